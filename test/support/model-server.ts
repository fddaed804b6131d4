import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the server answers: an answer's text or a vector, or a failure. */
export type ModelReply =
  | { readonly text: string }
  | { readonly vector: readonly number[] }
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: unknown }
  | 'silence'
  | 'garbage';

export interface Asked {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Record<string, unknown>;
}

/** Speaks OpenAI's chat completions and embeddings and Anthropic's messages on a port of its own. */
export interface ModelServer {
  /** With `/v1`. */
  readonly url: string;
  readonly asked: readonly Asked[];
  close(): Promise<void>;
}

export async function startModelServer(reply: (asked: Asked) => ModelReply): Promise<ModelServer> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      let raw = '';
      for await (const chunk of request) raw += String(chunk);
      const one: Asked = {
        path: request.url ?? '',
        headers: request.headers,
        body: JSON.parse(raw) as Record<string, unknown>,
      };
      asked.push(one);
      const answer = reply(one);
      if (answer === 'silence') return;
      const send = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): void => {
        response.writeHead(status, { 'content-type': 'application/json', ...headers });
        response.end(typeof body === 'string' ? body : JSON.stringify(body));
      };
      if (answer === 'garbage') send(200, '<html>Bad gateway</html>');
      else if ('status' in answer)
        send(answer.status, answer.body ?? { error: { message: 'no' } }, answer.headers);
      else send(200, 'vector' in answer ? embedding(answer.vector) : message(one.path, answer.text));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const embedding = (vector: readonly number[]): unknown => ({
  object: 'list',
  model: 'vectors',
  data: [{ object: 'embedding', index: 0, embedding: vector }],
  usage: { prompt_tokens: 12, total_tokens: 12 },
});

const message = (path: string, text: string): unknown =>
  path.endsWith('/messages')
    ? {
        id: 'msg_1',
        type: 'message',
        role: 'assistant',
        model: 'reader',
        content: [{ type: 'text', text }],
        stop_reason: 'end_turn',
        stop_sequence: null,
        usage: { input_tokens: 100, output_tokens: 20 },
      }
    : {
        id: 'chatcmpl-1',
        object: 'chat.completion',
        created: 1,
        model: 'reader',
        choices: [{ index: 0, message: { role: 'assistant', content: text }, finish_reason: 'stop' }],
        usage: { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 },
      };
