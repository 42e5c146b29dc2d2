/** `chrome` as it is inside the browser that scripts and tests drive. */
declare const chrome: typeof import('wxt/browser').browser & {
  developerPrivate: {
    /** On chrome://extensions: remembers a grant of an optional host permission. */
    addHostPermission(extensionId: string, pattern: string): Promise<void>;
  };
};
