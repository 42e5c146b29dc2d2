/** `chrome` as it is inside the browser that scripts and tests drive. */
declare const chrome: typeof import('wxt/browser').browser & {
  developerPrivate: {
    updateProfileConfiguration(change: { inDeveloperMode: boolean }): Promise<void>;
    reload(id: string, how: { failQuietly: boolean }): Promise<unknown>;
    /** On chrome://extensions: remembers a grant of an optional host permission. */
    addHostPermission(extensionId: string, pattern: string): Promise<void>;
  };
};
