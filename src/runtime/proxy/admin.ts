import { request } from 'node:http';

/** Answers of Envoy's admin interface are waited for this long, in milliseconds. */
const patience = 5_000;

/** What Envoy's admin interface answers to a GET, or a POST. Undefined: it does not answer, or not with 200. */
export function adminText(socket: string, path: string, method: 'GET' | 'POST' = 'GET'): Promise<string | undefined> {
  return new Promise((resolve) => {
    const asked = request({ socketPath: socket, path, method, timeout: patience, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => resolve(response.statusCode === 200 ? text : undefined));
      response.on('error', () => resolve(undefined));
    });
    asked.on('timeout', () => asked.destroy());
    asked.on('error', () => resolve(undefined));
    asked.end();
  });
}
