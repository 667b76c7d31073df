/** What the editor wrote, in its order: a question with its answer or, without `question`, something that is always shown. */
export interface FaqPart {
  question?: HTMLElement;
  nodes: ChildNode[];
}
/** A part that is a question. */
export type FaqItem = FaqPart & { question: HTMLElement };

export interface FaqContent {
  parts: FaqPart[];
  /** Level of the questions' headings; above 6 for `<details>` that are still to be made into headings, 0 for no question. */
  level: number;
}

/** Answers that were put in a box here; what comes after the box is no part of the answer. */
export const answerBoxes = new WeakSet<Node>();

/** 1 to 6 for a heading, 7 for `<details>`, 0 for all else. */
export const levelOf = (node: Node | undefined) => ['H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'DETAILS'].indexOf(node?.nodeName ?? '') + 1;

/** Whether there is nothing to read or see in `node`. */
export const isBlank = (node: Node) =>
  node.nodeType === 8 || (!node.textContent!.trim() && !(node instanceof Element && (node.matches(':not(p,br,div,span,summary,h1,h2,h3,h4,h5,h6)') || node.querySelector(':not(br,span)'))));

/** Whether `heading` can be a button, which can neither be empty nor hold something to press. */
export const canBePressed = (heading: Element) => !isBlank(heading) && !heading.querySelector('a[href],button,input,select,textarea');

/** Level of the questions among the levels of what is written. A heading right over deeper ones is a title of theirs, and a lone one is no question where others come in numbers. */
function levelOfQuestions(levels: number[]): number {
  const asking = levels.filter((own, index) => own && !(levels[index + 1]! > own));
  return asking.find((own, index) => asking.indexOf(own, index + 1) > 0) ?? asking[0] ?? 0;
}

/** Reads the children of `host` as questions and answers, and changes nothing. */
export function readContent(host: Element): FaqContent {
  const nodes = [...host.childNodes];
  const level = levelOfQuestions(nodes.filter((node) => !isBlank(node)).map(levelOf));
  let part: FaqPart = { nodes: [] };
  const parts = [part];
  for (const node of nodes) {
    const own = levelOf(node);
    if (own === level && own % 7 && canBePressed(node as HTMLElement)) {
      parts.push((part = { question: node as HTMLElement, nodes: [] }));
      continue;
    }
    if (own && own <= level) parts.push((part = { nodes: [] }));
    part.nodes.push(node);
    if (answerBoxes.has(node)) parts.push((part = { nodes: [] }));
  }
  return { parts: parts.filter(({ question, nodes: held }) => question ?? !held.every(isBlank)), level };
}

/** How a list is read, for the code that mends one: handed over and not imported, so that the code of the first look stays one file with one export. */
export const reading = { answerBoxes, canBePressed, isBlank, levelOf, readContent };
export type Reading = typeof reading;
