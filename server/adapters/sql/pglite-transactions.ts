import { protocol, type PGlite } from '@electric-sql/pglite';
import type { Answer, Ask, Database } from './database.ts';
import { nameOf } from './statement-names.ts';
import { readerOf, textOf } from './value-forms.ts';

const { serialize, messages } = protocol;

interface Column {
  readonly name: string;
  readonly read: (text: string) => unknown;
}

type Message = Awaited<ReturnType<PGlite['execProtocolStream']>>[number];

function columnsIn(said: readonly Message[]): readonly Column[] {
  const described = said.find((one) => one instanceof messages.RowDescriptionMessage);
  return (described?.fields ?? []).map(({ name, dataTypeID }) => ({ name, read: readerOf(dataTypeID) }));
}

function answerIn(said: readonly Message[], columns: readonly Column[]): Answer {
  const rows: unknown[] = [];
  let changed = 0;
  for (const one of said) {
    if (one instanceof messages.DataRowMessage) {
      const row: Record<string, unknown> = {};
      columns.forEach(({ name, read }, place) => {
        const text = one.fields[place] ?? null;
        row[name] = text === null ? null : read(text);
      });
      rows.push(row);
    } else if (one instanceof messages.CommandCompleteMessage) {
      changed = Number(/\d+$/.exec(one.text)?.[0] ?? 0);
    }
  }
  return { rows, changed };
}

/** Asks in one call into the engine, by the name of a plan it keeps; the engine's own `query` plans anew each time, in six calls. */
function asking(pglite: PGlite): Ask {
  const planned = new Map<string, readonly Column[]>();
  return async (text, values) => {
    const name = nameOf(text, values) ?? '';
    const known = planned.get(name);
    const plan = [
      // A statement that failed when it was first asked may have left its plan behind.
      serialize.close({ type: 'S', name }),
      serialize.parse({ name, text }),
      serialize.describe({ type: 'S', name }),
    ];
    const question = [
      ...(known === undefined ? plan : []),
      serialize.bind({ statement: name, values: values.map(textOf) }),
      serialize.execute({}),
      serialize.sync(),
    ];
    const said = await pglite.runExclusive(() =>
      pglite.execProtocolStream(Buffer.concat(question), { syncToFs: false }),
    );
    const columns = known ?? columnsIn(said);
    if (name !== '') planned.set(name, columns);
    return answerIn(said, columns);
  };
}

/** Transactions of the embedded engine: one after the other, as it is one connection. */
export function pgliteTransactions(pglite: PGlite): Pick<Database, 'transaction' | 'glance'> {
  const ask = asking(pglite);
  const transaction: Database['transaction'] = (opening, work) =>
    pglite.transaction(async () => {
      await ask(opening.sql, opening.parameters);
      return work(ask);
    });
  return { transaction, glance: (opening, { sql, parameters }) => transaction(opening, (tx) => tx(sql, parameters)) };
}
