import { html, nothing } from 'lit';
import { problemWords } from '../../kit/problem.text.ts';
import { problemFix } from '../../kit/problem.view.ts';
import { renderRemote } from '../../kit/remote.ts';
import { WordsController } from '../../portal/words.controller.ts';
import { FeedController } from './faq.feed.controller.ts';
import type { FaqHost, FaqList } from './faq.list.ts';
import { surroundingsOf, type LatePart } from './faq.surroundings.ts';

/** Where the fetching of the questions stands, as long as there is something to say of it. What the tag already held stays below. */
export function feedPart(host: FaqHost, list: FaqList): LatePart {
  const { portal, words } = surroundingsOf(host);
  const { say: sayProblem } = new WordsController(host, portal, problemWords);
  const feed = new FeedController(host, list);

  // It has the focus while somebody who pressed the button waits, since the button goes.
  const notice = (content: unknown) => html`<div class="feed" id="feed" tabindex="-1" lang=${words.language}>${content}</div>`;
  const sentence = (key: 'loading' | 'empty') => (feed.waitedFor ? notice(html`<p>${words.say(key)}</p>`) : nothing);
  const retry = (event: Event) => {
    event.stopPropagation();
    host.renderRoot.querySelector<HTMLElement>('#feed')?.focus();
    feed.retry();
  };
  return {
    portal,
    render: () =>
      host.src && words.ready
        ? renderRemote<unknown, unknown>(feed.state, {
            loading: () => sentence('loading'),
            ready: () => nothing,
            empty: () => sentence('empty'),
            failed: (problem) => notice(html`<p><strong>${words.say('failed')}</strong> ${problemFix(problem, sayProblem)}</p>
              <button type="button" @click=${retry}>${sayProblem('tryAgain')}</button>`),
          })
        : nothing,
  };
}
