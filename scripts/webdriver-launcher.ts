import type { BrowserLauncher } from '@web/test-runner';

const keyCodes: Readonly<Record<string, string>> = {
  Tab: '\uE004', Enter: '\uE007', Escape: '\uE00C',
  ArrowLeft: '\uE012', ArrowUp: '\uE013', ArrowRight: '\uE014', ArrowDown: '\uE015',
};

/** A browser behind a WebDriver server, one test page after another. A test may send it keys, but change neither viewport nor media. */
export class WebDriverLauncher implements BrowserLauncher {
  readonly name: string;
  readonly version: string;
  readonly type = 'webdriver';
  readonly concurrency = 1;
  readonly #window: string;
  #running: string | undefined;

  private constructor(name: string, version: string, window: string) {
    this.name = name;
    this.version = version;
    this.#window = window;
  }

  /** Opens a window in the browser that the WebDriver server at the address `server` drives. */
  static async open(name: string, server: string): Promise<WebDriverLauncher> {
    const { sessionId, capabilities } = await ask('POST', `${server}/session`, { capabilities: {} }) as { sessionId: string; capabilities: { browserVersion: string } };
    return new WebDriverLauncher(name, `${name} ${capabilities.browserVersion}`, `${server}/session/${sessionId}`);
  }

  async startSession(sessionId: string, url: string): Promise<void> {
    this.#running = sessionId;
    await ask('POST', `${this.#window}/url`, { url });
  }

  async stopSession(): Promise<object> {
    this.#running = undefined;
    await ask('POST', `${this.#window}/url`, { url: 'about:blank' });
    return {};
  }

  async stop(): Promise<void> {
    await ask('DELETE', this.#window);
  }

  isActive(sessionId: string): boolean {
    return sessionId === this.#running;
  }

  async getBrowserUrl(): Promise<string> {
    return await ask('GET', `${this.#window}/url`) as string;
  }

  startDebugSession(): Promise<never> {
    return Promise.reject(new Error(`${this.name} has no window to debug in.`));
  }

  /** Presses each of `keys`, a character or the name of a key, and lets it go. Called for `sendKeys` in a test. */
  async sendKeys(_sessionId: string, keys: string[]): Promise<void> {
    const actions = keys.map(keyCode).flatMap((value) => [{ type: 'keyDown', value }, { type: 'keyUp', value }]);
    await ask('POST', `${this.#window}/actions`, { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }
}

function keyCode(key: string): string {
  const code = keyCodes[key] ?? (key.length === 1 ? key : undefined);
  if (code === undefined) throw new Error(`No key is known as «${key}». Known: single characters, ${Object.keys(keyCodes).join(', ')}.`);
  return code;
}

async function ask(method: string, url: string, body?: object): Promise<unknown> {
  const response = await fetch(url, { method, ...(body && { body: JSON.stringify(body) }) });
  const { value } = await response.json() as { value: unknown };
  if (!response.ok) throw new Error((value as { message: string }).message);
  return value;
}
