import '@angular/compiler';
import 'kommun-widgets/define';
import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app.ts';

void bootstrapApplication(App);
