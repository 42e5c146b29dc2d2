import { mountPanel } from '@/components/panel/mount';
import { followActiveTab } from '@/utils/app/live/follow';
import { openPanelPort } from '@/utils/app/livePanel';

mountPanel(() => openPanelPort(followActiveTab));
