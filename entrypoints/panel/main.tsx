import { mountPanel } from '@/components/panel/mount';
import { followOwnPage } from '@/utils/app/live/follow';
import { openPanelPort } from '@/utils/app/livePanel';

mountPanel(() => openPanelPort(followOwnPage));
