import { mountWorkbench } from '@/components/workbench/mount';
import { openWorkbenchPort } from '@/utils/app/liveWorkbench';

void openWorkbenchPort().then(mountWorkbench);
