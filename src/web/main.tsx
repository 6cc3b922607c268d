/** Entry of the dashboard. */
import { render } from 'preact';
import { App } from './app.tsx';
import './frame/theme.ts';
import './style/index.css';

render(<App />, document.getElementById('app')!);
