/**
 * The MCP server: questions to the collection as tools, reports as resources. Over stdio and HTTP alike it only reads,
 * and it answers within the collection's limits.
 */

import { z } from '@hono/zod-openapi';
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import {
  CallToolRequestSchema,
  type CallToolResult,
  ErrorCode,
  ListResourcesRequestSchema,
  ListResourceTemplatesRequestSchema,
  ListToolsRequestSchema,
  McpError,
  ReadResourceRequestSchema,
} from '@modelcontextprotocol/sdk/types.js';
import type { Logger } from 'pino';
import {
  type Brief,
  briefForm,
  type Collection,
  CollectionError,
  cases,
  nameOfCase,
} from '../collection/index.ts';
import { version } from '../settings/index.ts';
import { outputShape, told } from './answer.ts';
import { listed, read, template } from './resources.ts';
import { checkCall, inputSchema, type Tool, tools } from './tools.ts';

const instructions = `siyagha holds series of reports, mostly of United Nations bodies and in Arabic, and says exactly how
something was worded in them over the years. Ask with the words of the reports, in Arabic. Counts are exact. Quote with the
citation given below each entry. If an answer lists what it cannot say (unreadable, undated or missing reports, words whose
reading is uncertain), say so in your answer too.`;

/** The protocol's code for a resource that does not exist. */
const resourceNotFound = -32002;

export interface McpOptions {
  collection: Collection;
  log: Logger;
  /** Address of the dashboard; every link begins with it. */
  base: string;
}

const { $schema: _, ...outputSchema } = z.toJSONSchema(outputShape, { target: 'draft-7' });

const toolList = tools.map((tool) => ({
  name: tool.name,
  title: tool.title,
  description: tool.description,
  inputSchema: inputSchema(tool),
  outputSchema: outputSchema as { type: 'object' },
  annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: false },
}));

export function createMcpServer({ collection, log, base }: McpOptions): Server {
  const server = new Server(
    { name: 'siyagha', title: 'siyagha', version },
    { capabilities: { tools: {}, resources: {} }, instructions },
  );
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: toolList }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }, { signal }) => {
    const tool = tools.find(({ name }) => name === params.name);
    if (!tool) {
      const known = tools.map(({ name }) => name).join(', ');
      throw new McpError(
        ErrorCode.InvalidParams,
        `there is no tool "${params.name.slice(0, 100)}"; the tools are ${known}`,
      );
    }
    try {
      return await call(tool, params.arguments ?? {}, signal);
    } catch (error) {
      return refused(error, log, tool.name);
    }
  });
  server.setRequestHandler(ListResourceTemplatesRequestSchema, () => ({ resourceTemplates: [template] }));
  server.setRequestHandler(ListResourcesRequestSchema, ({ params }) =>
    orProtocolError(() => listed(collection, params?.cursor)),
  );
  server.setRequestHandler(ReadResourceRequestSchema, ({ params: { uri } }) =>
    orProtocolError(async () => {
      const found = await read(collection, uri);
      if (found) return found;
      throw new McpError(
        resourceNotFound,
        `${uri.slice(0, 200)} is not a report: the address of a report is ${template.uriTemplate}`,
      );
    }),
  );

  async function call(
    tool: Tool,
    given: Record<string, unknown>,
    signal: AbortSignal,
  ): Promise<CallToolResult> {
    const { params, skip, offset } = checkCall(tool, given);
    const name = nameOfCase(cases[tool.useCase] as never);
    const { bytes } = await collection.answer({ name, params, form: briefForm }, { signal });
    const { text, data } = told(JSON.parse(new TextDecoder().decode(bytes)) as Brief, base, {
      skip,
      first: offset,
    });
    return { content: [{ type: 'text', text }], structuredContent: data };
  }

  async function orProtocolError<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof McpError) throw error;
      if (error instanceof CollectionError) {
        const code = error.status === 404 ? resourceNotFound : ErrorCode.InvalidParams;
        throw new McpError(
          error.status >= 500 ? ErrorCode.InternalError : code,
          error.withoutPath.slice(0, 2000),
        );
      }
      log.error({ err: error }, 'a resource could not be given');
      throw new McpError(
        ErrorCode.InternalError,
        'the server failed to answer this request; its log has the details',
      );
    }
  }

  return server;
}

/** A refusal as a tool result, not a protocol error, so that the assistant can read it and ask better. */
function refused(error: unknown, log: Logger, tool: string): CallToolResult {
  const known = error instanceof CollectionError;
  if (!known) log.error({ err: error, tool }, 'a tool failed');
  const said = known
    ? `${error.code}: ${error.withoutPath.slice(0, 2000)}`
    : 'internal_error: the server failed to answer this question; its log has the details';
  return { isError: true, content: [{ type: 'text', text: said }] };
}
