/** Style sheets that a module imports for their effect: Vite bundles them, TypeScript only has to know of them. */
declare module '*.css';
