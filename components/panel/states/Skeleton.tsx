import { t } from '../../ui/words';

/** Grey shapes where the parts will be; they appear only when the wait is long enough to be seen. */
function Shapes() {
  return (
    <div class="skeleton" aria-hidden="true">
      <i class="sk-figures" />
      <i class="sk-due" />
      <i class="sk-card" />
      <i class="sk-card" />
      <i class="sk-keys" />
      <i class="sk-strip" />
      <i class="sk-line" />
      <i class="sk-line" />
    </div>
  );
}

/** Before anything is known of the page. */
export function Starting() {
  return (
    <main class="panel" aria-busy="true">
      <h1 class="unseen">{t('panel.name')}</h1>
      <div class="skeleton" aria-hidden="true">
        <i class="sk-name" />
      </div>
      <Shapes />
    </main>
  );
}

/** The client is recognised, the rows are on their way: the name is there, the rest has its place. */
export function Loading({ name }: { name: string }) {
  return (
    <main class="panel" aria-busy="true">
      <header class="who">
        <div class="who-top">
          <div class="who-name">
            <h1>{name}</h1>
          </div>
        </div>
      </header>
      <p class="unseen" role="status">
        {t('panel.loading')}
      </p>
      <Shapes />
    </main>
  );
}
