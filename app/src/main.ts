import { mount } from 'svelte';
import './style/tokens.css';
import './style/base.css';
import 'virtual:paper.css';
import './style/paper.css';
import App from './App.svelte';
import { takeToken } from './protocol/client';

mount(App, { target: document.getElementById('app')!, props: { admitted: takeToken() } });
