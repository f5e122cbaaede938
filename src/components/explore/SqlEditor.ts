import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  closeCompletion,
  completionKeymap,
} from "npm:@codemirror/autocomplete";
import {defaultKeymap, history, historyKeymap} from "npm:@codemirror/commands";
import {bracketMatching, syntaxHighlighting} from "npm:@codemirror/language";
import {EditorState, StateEffect, StateField} from "npm:@codemirror/state";
import {
  Decoration,
  type DecorationSet,
  drawSelection,
  EditorView,
  keymap,
  lineNumbers,
  placeholder,
} from "npm:@codemirror/view";
import {classHighlighter} from "npm:@lezer/highlight";
import type {PageTable} from "./pageTables.js";
import {sqlCompletion} from "./sqlCompletion.js";

/** An editor for one query. */
export interface SqlEditor {
  element: HTMLElement;
  text(): string;
  setText(text: string): void;
  /** What is selected, if it is more than space, and the line on which it begins, from 1. */
  selection(): {text: string; line: number} | undefined;
  /** Puts a text where the cursor is, in place of what is selected. */
  insert(text: string): void;
  /** Marks the line that an error names (from 1), until the text changes. */
  markLine(line: number): void;
  focus(): void;
}

const mark = StateEffect.define<number>();

const markedLine = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(decorations, transaction) {
    for (const effect of transaction.effects)
      if (effect.is(mark))
        return Decoration.set([Decoration.line({class: "error-line"}).range(effect.value)]);
    return transaction.docChanged ? Decoration.none : decorations;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/**
 * An SQL editor: `Ctrl` or `⌘` with `Enter` runs the query. `Tab` leaves the editor, as on every other page.
 *
 * @param onRun called by the key
 * @param onSelect told whether something is selected
 */
export function SqlEditor(
  initial: string,
  tables: readonly PageTable[],
  onRun: () => void,
  onSelect: (isSelected: boolean) => void,
): SqlEditor {
  const run = {
    key: "Mod-Enter",
    run: (view: EditorView) => {
      closeCompletion(view);
      onRun();
      return true;
    },
  };
  const view = new EditorView({
    state: EditorState.create({
      doc: initial,
      extensions: [
        keymap.of([run, ...closeBracketsKeymap, ...completionKeymap, ...historyKeymap, ...defaultKeymap]),
        history(),
        drawSelection(),
        lineNumbers(),
        bracketMatching(),
        closeBrackets(),
        // below are the results
        autocompletion({icons: false, aboveCursor: true, maxRenderedOptions: 50}),
        sqlCompletion(tables),
        syntaxHighlighting(classHighlighter),
        markedLine,
        EditorView.updateListener.of(({selectionSet, docChanged}) => {
          if (selectionSet || docChanged) onSelect(selected() !== undefined);
        }),
        placeholder("SELECT …"),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({
          "aria-label": "SQL query",
          spellcheck: "false",
          autocapitalize: "off",
        }),
      ],
    }),
  });
  function selected(): {text: string; line: number} | undefined {
    const {from, to} = view.state.selection.main;
    const text = view.state.sliceDoc(from, to);
    return text.trim() === "" ? undefined : {text, line: view.state.doc.lineAt(from).number};
  }
  return {
    element: view.dom,
    selection: selected,
    insert(text) {
      view.dispatch(view.state.replaceSelection(text));
      view.focus();
    },
    text: () => view.state.doc.toString(),
    setText: (text) => view.dispatch({changes: {from: 0, to: view.state.doc.length, insert: text}}),
    markLine(line) {
      const {from} = view.state.doc.line(Math.min(Math.max(line, 1), view.state.doc.lines));
      view.dispatch({effects: [mark.of(from), EditorView.scrollIntoView(from)]});
    },
    focus: () => view.focus(),
  };
}
