/** The half of pdf.js that reads files; the package has no types for it. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: {
    /** Answers the messages that the other half sends over the port. */
    initializeFromPort(port: import('node:worker_threads').MessagePort): void;
  };
}
