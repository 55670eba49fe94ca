import { mount } from 'svelte';
import './style/tokens.css';
import './style/base.css';
import 'virtual:paper.css';
import './style/paper.css';
import App from './App.svelte';
import { spoken } from './state/language.svelte';
import { takeToken } from './protocol/client';

// The words first, so that nobody sees another language flash by.
await spoken.begin();
mount(App, { target: document.getElementById('app')!, props: { admitted: takeToken() } });
