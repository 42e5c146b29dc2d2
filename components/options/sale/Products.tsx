import { useState } from 'preact/hooks';
import { HOLDING_KINDS, type HoldingKind, RISK_LEVELS } from '@/utils/domain/schema/holding';
import type { Money } from '@/utils/domain/schema/money';
import { type ProductOnSale, productOnSale, type Settings } from '@/utils/domain/schema/settings';
import { Amount, Choose, ChooseOrNot, Words } from '../../panel/facts/inputs';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { sayMoney } from '../../ui/moneyWords';
import { phrase, t } from '../../ui/words';
import type { OptionsDesk } from '../desk';
import { SaleList } from './SaleList';

/** A product as it is being typed. */
interface Draft {
  name: string | null;
  kind: HoldingKind;
  risk: ProductOnSale['risk'];
  least: Money | null;
}

const NEW: Draft = { name: null, kind: 'wealth', risk: null, least: null };

interface FormProps {
  draft: Draft;
  /** Names of the other products: none may be there twice. */
  taken: readonly string[];
  save(product: ProductOnSale): void;
  close(): void;
}

function ProductForm({ draft: start, taken, save, close }: FormProps) {
  const [draft, setDraft] = useState(start);
  const [asked, setAsked] = useState(false);
  const put = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  const read = productOnSale.safeParse(draft);
  const twice = draft.name !== null && taken.includes(draft.name);
  const problem = twice
    ? t('options.sale.twice')
    : draft.name === null
      ? t('options.sale.noName')
      : draft.least === null
        ? t('options.sale.noLeast')
        : null;
  return (
    <Dialog
      title={t(start.name === null ? 'options.sale.newProduct' : 'options.sale.editProduct')}
      onClose={close}
    >
      <form
        class="osale-form"
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (read.success && problem === null) save(read.data);
        }}
      >
        <Words
          label={t('options.sale.name')}
          max={100}
          value={draft.name}
          onChange={(name) => put({ name })}
        />
        <Choose
          label={t('options.sale.kind')}
          codes={HOLDING_KINDS}
          word={(kind) => phrase(`sort.holding.${kind}`)}
          value={draft.kind}
          onChange={(kind) => put({ kind })}
        />
        <ChooseOrNot
          label={t('options.sale.risk')}
          codes={RISK_LEVELS}
          word={(risk) => risk}
          value={draft.risk}
          onChange={(risk) => put({ risk })}
        />
        {draft.risk === null && draft.kind !== 'deposit' && <p class="ofine">{t('options.sale.noRisk')}</p>}
        <Amount label={t('options.sale.least')} value={draft.least} onChange={(least) => put({ least })} />
        <p class="field-error" role="alert">
          {asked && problem}
        </p>
        <div class="dialog-buttons">
          <Button onClick={close}>{t('ui.cancel')}</Button>
          <Button kind="go" type="submit">
            {t('ui.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

const wordsOf = ({ kind, risk, least }: ProductOnSale): string =>
  [
    phrase(`sort.holding.${kind}`),
    risk ?? t('options.sale.riskUnknown'),
    t('options.sale.from', sayMoney(least)),
  ].join(' · ');

/** 在售清单: the only products that are ever matched to a client. */
export function Products({ desk, settings }: { desk: OptionsDesk; settings: Settings }) {
  const [editing, setEditing] = useState<ProductOnSale | 'new' | null>(null);
  const products = settings.products ?? [];
  const locked = desk.port.locked.value.locked.products !== null;
  const save = (product: ProductOnSale) => {
    const former = editing === 'new' ? null : editing;
    setEditing(null);
    void desk.save(
      ({ products: now = [] }) => ({
        products: former
          ? now.map((one) => (one.name === former.name ? product : one))
          : [...now.filter((one) => one.name !== product.name), product],
      }),
      t('options.sale.productSaved', product.name),
    );
  };
  return (
    <>
      <SaleList
        title={t('options.sale.products')}
        none={t('options.sale.noProducts')}
        add={t('options.sale.addProduct')}
        locked={locked}
        rows={products.map((product) => ({
          key: product.name,
          name: product.name,
          about: wordsOf(product),
          edit: () => setEditing(product),
          remove: () =>
            void desk.save(
              ({ products: now = [] }) => ({ products: now.filter(({ name }) => name !== product.name) }),
              t('options.sale.removed', product.name),
            ),
        }))}
        onAdd={() => setEditing('new')}
      />
      {editing && (
        <ProductForm
          draft={editing === 'new' ? NEW : editing}
          taken={products.flatMap(({ name }) => (editing !== 'new' && name === editing.name ? [] : [name]))}
          save={save}
          close={() => setEditing(null)}
        />
      )}
    </>
  );
}
