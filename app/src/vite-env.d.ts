declare module 'virtual:paper.css';
declare module '*.css';
