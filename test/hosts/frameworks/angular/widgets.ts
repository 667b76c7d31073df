import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import type { KommunFaqToggledEvent } from 'kommun-widgets';
import { logo, news, questions, rewritten, withoutNews } from '../content.ts';

@Component({
  selector: 'app-widgets',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <button (click)="add()">Lägg till en fråga</button>
    <button (click)="rewrite()">Skriv om en fråga</button>
    <button (click)="remove()">Ta bort en fråga</button>
    <button (click)="searchable.set(!searchable())">Byt sökfält</button>
    <button (click)="level.set(level() + 1)">Sänk rubrikerna</button>
    <p>Senast: {{ last() }}</p>
    <p>Inloggningar: {{ logins() }}</p>
    <kommun-portal api="/api/v1">
      <kommun-faq [attr.contact-href]="'/kontakt/' + level()" [search]="searchable()" (kommun-faq-toggled)="onToggled($event)">
        @for (question of list(); track question.id) {
          <h3>{{ question.title }}</h3>
          <p>{{ question.answer }}</p>
        }
      </kommun-faq>
      <kommun-eid-login [headingLevel]="level()" (kommun-session-started)="logins.set(logins() + 1)">
        <img slot="logo-bankid" [src]="logo" alt="">
        <p>Ring servicecenter om du inte kan logga in.</p>
        <p slot="logged-in">Välkommen in, rubrikerna har nivå {{ level() }}.</p>
      </kommun-eid-login>
    </kommun-portal>
  `,
})
export class Widgets {
  readonly logo = logo;
  readonly list = signal(questions);
  readonly searchable = signal(false);
  readonly level = signal(3);
  readonly last = signal('');
  readonly logins = signal(0);

  add(): void {
    this.list.update((list) => [news, ...list]);
  }

  rewrite(): void {
    this.list.update(rewritten);
  }

  remove(): void {
    this.list.update(withoutNews);
  }

  onToggled({ question, open }: KommunFaqToggledEvent): void {
    this.last.set(`${question} ${open}`);
  }
}
