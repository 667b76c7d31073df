import { Component, signal } from '@angular/core';
import { Widgets } from './widgets.ts';

@Component({
  selector: '#app',
  imports: [Widgets],
  template: `
    <h1>Sidan är byggd med Angular</h1>
    <button (click)="shown.set(!shown())">{{ shown() ? 'Ta bort' : 'Visa igen' }}</button>
    @if (shown()) { <app-widgets /> }
  `,
})
export class App {
  readonly shown = signal(true);
}
