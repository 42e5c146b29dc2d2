import { mountOptions } from '@/components/options/mount';
import { openOptionsPort } from '@/utils/app/liveOptions';

void openOptionsPort().then(mountOptions);
