/** browser.i18n.getMessage over such words. */
export const speaker =
  (words: Record<string, string>) =>
  (key: string, fillings: string | string[] = []): string => {
    const list = [fillings].flat();
    return (words[key] ?? '').replace(/\$(\d)/g, (_, place) => list[Number(place) - 1] ?? '');
  };
