import { editorWidgets } from '../../cms/editor-widgets.ts';
import { nearestName } from './nearest-name.ts';

/** The tag of the widget that somebody must have meant by `name`, which is written without `kommun-`. */
export function widgetMeantBy(name: string): string | undefined {
  const meant = nearestName(name, editorWidgets().map(({ short }) => short));
  return meant && `kommun-${meant}`;
}

/** The ways to write `kommun-` by a slip of the hand. */
export const misspeltStart = 'kom+un+e?[-_]?';
const misspelt = new RegExp(`^${misspeltStart}`);

/** Whether `tag` begins nearly as a widget's and ends as one. */
export function isMisspeltTag(tag: string): boolean {
  return !tag.startsWith('kommun-') && misspelt.test(tag) && widgetMeantBy(withoutStart(tag)) !== undefined;
}

/** What follows `kommun-` in a tag, however that was spelt. */
export const withoutStart = (tag: string): string => tag.toLowerCase().replace(/^kommun-/, '').replace(misspelt, '');
