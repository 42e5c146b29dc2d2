import { render } from 'preact';
import { Popup } from '@/components/popup/Popup';
import { openPopupPort } from '@/utils/app/livePopup';

const root = document.getElementById('app');
if (root) void openPopupPort().then((port) => render(<Popup port={port} />, root));
