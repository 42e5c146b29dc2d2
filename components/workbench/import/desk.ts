import { type ReadonlySignal, signal } from '@preact/signals';
import type {
  BroughtIn,
  ChangedSince,
  Checked,
  ImportPort,
  ImportProblem,
  ImportProgress,
} from '@/utils/app/import/importPort';
import type { OpenedFile, SheetView } from '@/utils/app/import/protocol';
import type { FactSource } from '@/utils/domain/schema/factSource';
import type { CivilDay } from '@/utils/domain/schema/time';
import type { Manner } from '@/utils/import/cells';
import type { Encoding } from '@/utils/import/file/table';
import { type Choice, choiceFor, type Match } from '@/utils/import/match';
import type { SheetKind } from '@/utils/import/sheetKind';
import type { ConflictRule } from '@/utils/import/takeOver';

/** A sheet as it is going to be read. */
export interface Mapping {
  file: File;
  opened: OpenedFile;
  view: SheetView;
  manner: Manner;
  /** The mapping is the one that the user made for these headings before. */
  remembered: boolean;
}

/** A sheet that was read and looked up in the book. */
export interface Review extends Mapping {
  checked: Checked;
  choices: readonly Choice[];
  conflicts: ConflictRule;
  source: FactSource;
  day: CivilDay;
  entered: boolean;
}

/** How far one is with a file. */
export type Stage =
  | { at: 'start'; problem: ImportProblem | null }
  | { at: 'busy'; progress: ImportProgress | null; name: string }
  | ({ at: 'mapping'; problem: ImportProblem | null } & Mapping)
  | ({ at: 'review'; problem: ImportProblem | null } & Review)
  | {
      at: 'done';
      review: Review;
      brought: BroughtIn;
      undone: boolean;
      changed: ChangedSince | null;
      problem: ImportProblem | null;
    };

/** One file's way into the book. Every step back leaves what was chosen as it was. */
export interface ImportDesk {
  stage: ReadonlySignal<Stage>;
  open(file: File, encoding?: Encoding | null): Promise<void>;
  chooseSheet(index: number): void;
  /** Other headings or another kind: the columns are guessed anew. */
  reread(change: { headings?: number; kind?: SheetKind }): Promise<void>;
  /** What a column holds; another column that held the same is left out. */
  map(column: number, key: string | null): void;
  setManner(change: Partial<Manner>): void;
  check(): Promise<void>;
  choose(index: number, choice: Choice): void;
  /** Takes every doubtful one for the same who fits only one client of the book. */
  takeForTheSame(): void;
  set(change: Partial<Pick<Review, 'conflicts' | 'source' | 'day' | 'entered'>>): void;
  bringIn(): Promise<void>;
  takeBack(): Promise<void>;
  back(): void;
  stop(): void;
  /** Begins with another file. */
  restart(): void;
}

const START: Stage = { at: 'start', problem: null };

/** Several columns may be kept under their own headings. */
const MANY: ReadonlySet<string | null> = new Set([null, 'own']);

/** Whether a doubtful one fits one client alone, so that one press can say that it is he. */
export const fitsOne = ({ state, candidates }: Match): boolean =>
  state === 'doubtful' && candidates.length === 1;

/** Where the files come from: whose phone numbers those without a country code are, and whose days. */
export interface Home {
  region: string;
  zone: string;
}

/** One desk over a port. */
export function createImportDesk(port: ImportPort, { region, zone }: Home): ImportDesk {
  const stage = signal<Stage>(START);
  const manner: Manner = { order: 'ymd', currency: region === 'TW' ? 'TWD' : 'CNY', region };

  const withMemory = (view: SheetView): { view: SheetView; remembered: boolean } => {
    const known = port.remembered(view.headingsKey);
    const fits =
      known !== null && known.mapping.length === view.columns.length && known.kind === view.understood.kind;
    if (!fits) return { view, remembered: false };
    const mapping = [...known.mapping];
    // Headings that are days stay the days of this file.
    const days = view.understood.mapping;
    const kept = mapping.map((key, at) => (/^\d{4}-/u.test(days[at] ?? '') ? (days[at] ?? null) : key));
    const understood = { ...view.understood, mapping: kept };
    const changed = JSON.stringify(kept) !== JSON.stringify(view.understood.mapping);
    return { view: { ...view, understood }, remembered: changed };
  };

  const whileMapping = () => {
    const now = stage.peek();
    return now.at === 'mapping' ? now : null;
  };
  const whileReviewing = () => {
    const now = stage.peek();
    return now.at === 'review' ? now : null;
  };

  return {
    stage,
    async open(file, encoding = null) {
      stage.value = { at: 'busy', progress: null, name: file.name };
      const opened = await port.open(file, encoding);
      if (!opened.ok) {
        stage.value = opened.error.code === 'stopped' ? START : { at: 'start', problem: opened.error };
        return;
      }
      const [first] = opened.value.sheets;
      if (!first) return;
      stage.value = {
        at: 'mapping',
        problem: null,
        file,
        opened: opened.value,
        manner,
        ...withMemory(first),
      };
    },
    chooseSheet(index) {
      const now = whileMapping();
      const view = now?.opened.sheets[index];
      if (now && view) stage.value = { ...now, problem: null, ...withMemory(view) };
    },
    async reread({ headings, kind }) {
      const now = whileMapping();
      if (!now) return;
      const { understood, index } = now.view;
      const view = await port.view(index, headings ?? understood.headings, kind ?? understood.kind);
      if (view && stage.peek() === now) stage.value = { ...now, ...withMemory(view) };
    },
    map(column, key) {
      const now = whileMapping();
      if (!now) return;
      const mapping = now.view.understood.mapping.map((known, place) => {
        if (place === column) return key;
        return known === key && !MANY.has(key) ? null : known;
      });
      const understood = { ...now.view.understood, mapping };
      stage.value = { ...now, remembered: false, view: { ...now.view, understood } };
    },
    setManner(change) {
      const now = whileMapping();
      if (now) stage.value = { ...now, manner: { ...now.manner, ...change } };
    },
    async check() {
      const now = whileMapping();
      if (!now) return;
      const { file, opened, view, manner: how, remembered } = now;
      stage.value = { at: 'busy', progress: null, name: file.name };
      const checked = await port.check(view.index, view.understood, how, (progress) => {
        stage.value = { at: 'busy', progress, name: file.name };
      });
      if (!checked.ok) {
        stage.value = { ...now, problem: checked.error };
        return;
      }
      port.remember(view.headingsKey, view.understood);
      const { matches } = checked.value;
      stage.value = {
        at: 'review',
        problem: null,
        file,
        opened,
        view,
        manner: how,
        remembered,
        checked: checked.value,
        choices: matches.map(choiceFor),
        conflicts: 'mine',
        source: 'guess',
        day: port.today(),
        entered: false,
      };
    },
    choose(index, choice) {
      const now = whileReviewing();
      if (now) stage.value = { ...now, choices: now.choices.with(index, choice) };
    },
    takeForTheSame() {
      const now = whileReviewing();
      if (!now) return;
      const choices = now.checked.matches.map((match, index): Choice => {
        const [only] = match.candidates;
        const known = now.choices[index] ?? { do: 'leave' };
        return fitsOne(match) && only ? { do: 'into', clientId: only.bundle.client.id } : known;
      });
      stage.value = { ...now, choices };
    },
    set(change) {
      const now = whileReviewing();
      if (now) stage.value = { ...now, ...change };
    },
    async bringIn() {
      const now = whileReviewing();
      if (!now) return;
      const { checked, choices, conflicts, source, day, entered, file } = now;
      const arrivals = checked.matches.flatMap(({ person: { brought } }, index) => {
        const choice = choices[index];
        if (!choice || choice.do === 'leave') return [];
        return [{ brought, into: choice.do === 'new' ? null : choice.clientId }];
      });
      stage.value = { at: 'busy', progress: { doing: 'sealing', done: 0, of: null }, name: file.name };
      const batch = { arrivals, how: { conflicts, source, day }, entered, zone };
      const brought = await port.bringIn(batch, (progress) => {
        stage.value = { at: 'busy', progress, name: file.name };
      });
      stage.value = brought.ok
        ? { at: 'done', review: now, brought: brought.value, undone: false, changed: null, problem: null }
        : { ...now, problem: brought.error };
    },
    async takeBack() {
      const now = stage.peek();
      if (now.at !== 'done' || now.undone) return;
      stage.value = {
        at: 'busy',
        progress: { doing: 'sealing', done: 0, of: null },
        name: now.review.file.name,
      };
      const taken = await port.takeBack(now.brought);
      if (taken.ok) stage.value = { ...now, undone: true, changed: null, problem: null };
      else if (taken.error.code === 'changedSince') stage.value = { ...now, changed: taken.error };
      else stage.value = { ...now, problem: taken.error };
    },
    back() {
      const now = whileReviewing();
      if (!now) return;
      const { file, opened, view, manner: how, remembered } = now;
      stage.value = { at: 'mapping', problem: null, file, opened, view, manner: how, remembered };
    },
    stop: () => port.stop(),
    restart() {
      port.close();
      stage.value = START;
    },
  };
}
