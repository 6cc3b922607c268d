/** The Model Context Protocol: the collection for assistants, over stdio and HTTP. */
export { answerHttp, refusal } from './http.ts';
export { createMcpServer, type McpOptions } from './server.ts';
export { serveStdio } from './stdio.ts';
