import type { CDPSession, Page, Protocol } from 'puppeteer';
import { PATIENCE } from '../pages/screen';

/** The world of our content script in a page: what it may say, whoever took it over could say. */
export class ContentWorld {
  readonly #session: CDPSession;
  readonly #context: number;

  private constructor(session: CDPSession, context: number) {
    this.#session = session;
    this.#context = context;
  }

  /** Finds it, in the page's own document. */
  static async of(page: Page, extensionId: string): Promise<ContentWorld> {
    const session = await page.createCDPSession();
    const found = new Promise<number>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('no content script in the page')), PATIENCE);
      session.on('Runtime.executionContextCreated', ({ context }) => {
        if (context.origin !== `chrome-extension://${extensionId}`) return;
        clearTimeout(timer);
        resolve(context.id);
      });
    });
    await session.send('Runtime.enable');
    return new ContentWorld(session, await found);
  }

  /** Calls a function there with arguments that can be written as JSON. */
  async call<Args extends unknown[], Value>(
    work: (...args: Args) => Promise<Value>,
    ...args: Args
  ): Promise<Value> {
    const { result, exceptionDetails }: Protocol.Runtime.CallFunctionOnResponse = await this.#session.send(
      'Runtime.callFunctionOn',
      {
        functionDeclaration: String(work),
        arguments: args.map((value) => ({ value })),
        executionContextId: this.#context,
        awaitPromise: true,
        returnByValue: true,
      },
    );
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as Value;
  }
}
