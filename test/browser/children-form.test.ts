import { expect } from 'chai';
import type { KommunChildPicker } from '../../src/widgets/children/picker.element.ts';
import { expectAccessible } from '../support/accessible.ts';
import { ok } from '../support/fake-backend.ts';
import { editorWarnings } from '../support/editor-warnings.ts';
import { focused } from '../support/keys.ts';
import { until } from '../support/until.ts';
import { alva, announced, fakeChildren, filled, find, inputs, page, sampleChildren, text } from './children.page.ts';

const form = (attributes = 'required', before = '') =>
  `<form>${before}<input name="adress" value="Storgatan 1"><kommun-child-picker service="skolskjuts" name="barn" ${attributes}></kommun-child-picker><button>Skicka</button></form>`;
const sent = (picker: KommunChildPicker) => [...new FormData(picker.form!)].map(([name, value]) => `${name}=${String(value)}`);

describe('a picker in a form of the page\'s own', () => {
  it('sends the id of the child under its name, as soon as one is chosen', async () => {
    const { picker } = await filled(fakeChildren(), form());
    expect(sent(picker)).to.deep.equal(['adress=Storgatan 1']);
    let atChange: string[] = [];
    picker.addEventListener('change', () => (atChange = sent(picker)));
    inputs(picker)[1]!.click();
    expect(atChange).to.deep.equal(['adress=Storgatan 1', 'barn=n1']);
    expect(picker.form!.elements.namedItem('barn')).to.equal(picker);
  });

  it('sends one value for each of several', async () => {
    const { picker } = await filled(fakeChildren(), form('multiple'));
    for (const input of inputs(picker)) input.click();
    expect(sent(picker)).to.deep.equal(['adress=Storgatan 1', 'barn=a1', 'barn=n1']);
  });

  it('keeps the form from being sent without a child, and says so in text and where the focus goes', async () => {
    const { picker } = await filled(fakeChildren(), form());
    let submitted = false;
    picker.form!.addEventListener('submit', (event) => { event.preventDefault(); submitted = true; });
    picker.form!.requestSubmit();
    await until(() => find(picker, '#fault'), 'the fault');
    expect(submitted).to.equal(false);
    expect(picker.validationMessage).to.equal('Välj ett barn.');
    expect(picker.validity.valueMissing).to.equal(true);
    const group = find(picker, 'fieldset')!;
    expect(group.getAttribute('aria-describedby')).to.equal('source fault');
    expect(group.getAttribute('aria-invalid')).to.equal('true');
    expect(find(picker, '#fault')!.textContent).to.equal('Välj ett barn.');
    expect(focused()).to.equal(inputs(picker)[0]);
    await until(() => announced().includes('Välj ett barn.'));
    await expectAccessible(picker);
    inputs(picker)[0]!.click();
    await picker.updateComplete;
    expect(find(picker, '#fault')).to.equal(null);
    picker.form!.requestSubmit();
    expect(submitted).to.equal(true);
  });

  it('says the same of several, at each checkbox', async () => {
    const { picker } = await filled(fakeChildren(), form('required multiple'));
    expect(picker.reportValidity()).to.equal(false);
    await until(() => find(picker, '#fault')?.textContent === 'Välj minst ett barn.');
    expect(inputs(picker).map((input) => input.getAttribute('aria-invalid'))).to.deep.equal(['true', 'true']);
    await expectAccessible(picker);
  });

  it('lets the form be sent without a child when none is required', async () => {
    const { picker } = await filled(fakeChildren(), form(''));
    expect(picker.form!.reportValidity()).to.equal(true);
  });

  it('takes the focus from the page\'s own list of faults', async () => {
    const { picker } = await filled(fakeChildren(), form());
    picker.focus();
    expect(focused()).to.equal(inputs(picker)[0]);
  });

  it('goes back to nobody when the form is reset, or to the only one', async () => {
    const { picker } = await filled(fakeChildren(), form());
    inputs(picker)[1]!.click();
    picker.form!.reset();
    await picker.updateComplete;
    expect(picker.value).to.equal('');
    expect(inputs(picker).some(({ checked }) => checked)).to.equal(false);
    expect(sent(picker)).to.deep.equal(['adress=Storgatan 1']);
    const { picker: alone } = await filled(fakeChildren(async () => ok(sampleChildren([alva]))), form('multiple'));
    inputs(alone)[0]!.click();
    expect(alone.value).to.equal('');
    alone.form!.reset();
    expect(alone.value).to.equal('a1');
  });

  it('takes no choice and sends nothing while it, or a fieldset around it, is disabled', async () => {
    const { picker } = await filled(fakeChildren(async () => ok(sampleChildren([alva]))), `<form><fieldset disabled>${form().replace(/<\/?form>/g, '')}</fieldset></form>`);
    expect(inputs(picker).map(({ disabled }) => disabled)).to.deep.equal([true]);
    expect(picker.willValidate).to.equal(false);
    expect(sent(picker)).to.deep.equal([]);
    picker.closest('fieldset')!.disabled = false;
    await picker.updateComplete;
    expect(inputs(picker).map(({ disabled }) => disabled)).to.deep.equal([false]);
    expect(sent(picker)).to.deep.equal(['adress=Storgatan 1', 'barn=a1']);
    picker.disabled = true;
    await picker.updateComplete;
    expect(inputs(picker)[0]!.disabled).to.equal(true);
    expect(sent(picker)).to.deep.equal(['adress=Storgatan 1']);
    await expectAccessible(picker);
  });

  it('chooses again what the browser remembers of the form, once the children are there', async () => {
    const { picker } = await page(fakeChildren(), form());
    picker.formStateRestoreCallback('n1');
    await until(() => inputs(picker).length);
    expect(picker.value).to.equal('n1');
    expect(sent(picker)).to.deep.equal(['adress=Storgatan 1', 'barn=n1']);
  });

  it('keeps the first when several are no longer allowed', async () => {
    const { picker } = await filled(fakeChildren(), form('multiple'));
    for (const input of inputs(picker)) input.click();
    picker.multiple = false;
    await picker.updateComplete;
    expect(sent(picker)).to.deep.equal(['adress=Storgatan 1', 'barn=a1']);
  });

  it('never holds more of a child than its name, its year and an id', async () => {
    const { picker } = await filled(fakeChildren(), form());
    const markup = `${picker.outerHTML}${picker.shadowRoot!.innerHTML}`.replaceAll(/<!--.*?-->/g, '');
    expect(markup).to.include('Alva Lindgren').and.not.match(/(19|20)\d{6}-?\d{4}/);
    expect(picker.getAttributeNames()).to.have.members(['service', 'name', 'required']);
  });

  it('tells the editor when it has no name, so that the form would send nothing', async () => {
    await filled(fakeChildren(), '<form><kommun-child-picker service="skolskjuts"></kommun-child-picker></form>');
    expect(editorWarnings()).to.deep.equal(['<kommun-child-picker>: Attributet name saknas. Tillåtet: ett namn på fältet, till exempel barn. Utan det skickar formuläret inte med valet.']);
  });

  it('stands in a page with two municipalities, each with its own children', async () => {
    const first = await filled(fakeChildren(async () => ok(sampleChildren([alva]))), form());
    const second = await filled(fakeChildren(), form());
    inputs(second.picker)[1]!.click();
    expect([sent(first.picker), sent(second.picker)]).to.deep.equal([['adress=Storgatan 1', 'barn=a1'], ['adress=Storgatan 1', 'barn=n1']]);
    expect(text(first.picker)).to.not.include('Noel');
  });
});
