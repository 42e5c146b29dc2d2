import type { Settings } from '@/utils/domain/schema/settings';
import { t } from '../../ui/words';
import type { OptionsDesk } from '../desk';
import { Part } from '../Part';
import { Events } from './Events';
import { Products } from './Products';
import { ServiceLines } from './ServiceLines';
import './sale.css';

/** What the rules of offers work with: the bank's 在售清单, its events, and the lines of its service levels (§11.4). */
export function SalePart({ desk, settings }: { desk: OptionsDesk; settings: Settings }) {
  return (
    <Part id="sale" about={t('options.sale.about')}>
      <Products desk={desk} settings={settings} />
      <Events desk={desk} settings={settings} />
      <ServiceLines desk={desk} settings={settings} />
    </Part>
  );
}
