/** Most findings that a verdict lists; more say nothing new. */
const MOST = 20;

/** Collects what is wrong. Grave is what means loss; a single row that does not open is not. */
export class Findings {
  readonly #list: string[] = [];
  #count = 0;
  #grave = false;

  add(finding: string): void {
    this.#count++;
    if (this.#list.length < MOST) this.#list.push(finding);
  }

  addGrave(finding: string): void {
    this.#grave = true;
    this.add(finding);
  }

  get none(): boolean {
    return this.#count === 0;
  }

  get grave(): boolean {
    return this.#grave;
  }

  get list(): readonly string[] {
    return this.#list;
  }
}
