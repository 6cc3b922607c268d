/** Style sheets that a module imports for their effect: Vite bundles them; TypeScript only needs to know them. */
declare module '*.css';
