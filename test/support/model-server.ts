import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the server answers: an answer's text or a vector, a whole message of the protocol's or none, or a failure. */
export type ModelReply =
  | { readonly text: string; readonly cut?: boolean }
  | { readonly vector: readonly number[] }
  | { readonly message: unknown; readonly type?: string }
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: unknown }
  | 'silence'
  | 'half'
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
      if (answer === 'half') {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.write('{"choices": [');
      } else if (answer === 'garbage') send(200, '<html>Bad gateway</html>');
      else if ('status' in answer)
        send(answer.status, answer.body ?? { error: { message: 'no' } }, answer.headers);
      else if ('message' in answer)
        send(200, answer.message, { 'content-type': answer.type ?? 'application/json' });
      else
        send(
          200,
          'vector' in answer ? embeddingOf([answer.vector]) : messageOf(one.path, answer.text, answer.cut),
        );
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

/** What an OpenAI-compatible endpoint sends for embeddings. */
export const embeddingOf = (vectors: readonly (readonly unknown[])[]): unknown => ({
  object: 'list',
  model: 'vectors',
  data: vectors.map((embedding, index) => ({ object: 'embedding', index, embedding })),
  usage: { prompt_tokens: 12, total_tokens: 12 },
});

/** What either protocol's endpoint sends for a text. */
export const messageOf = (path: string, text: string, cut = false): unknown =>
  path.endsWith('/messages')
    ? anthropicMessage([{ type: 'text', text }], cut ? 'max_tokens' : 'end_turn')
    : chatCompletion({ role: 'assistant', content: text }, cut ? 'length' : 'stop');

export const anthropicMessage = (content: readonly unknown[], stopReason = 'end_turn'): unknown => ({
  id: 'msg_1',
  type: 'message',
  role: 'assistant',
  model: 'reader',
  content,
  stop_reason: stopReason,
  stop_sequence: null,
  usage: { input_tokens: 100, output_tokens: 20 },
});

export const chatCompletion = (message: unknown, finishReason = 'stop', more: object = {}): unknown => ({
  id: 'chatcmpl-1',
  object: 'chat.completion',
  created: 1,
  model: 'reader',
  choices: [{ index: 0, message, finish_reason: finishReason }],
  usage: { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 },
  ...more,
});
