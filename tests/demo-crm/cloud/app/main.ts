/** Entry of the cloud front end. */
import { readConfig } from '../../modern/app/config';
import { loadSheets } from './element';
import { App } from './elements/app';

const app = new App(readConfig(document));
void loadSheets().then(() => {
  document.body.append(app);
  return app.follow();
});
