import type { ReactNode } from 'react';
import styles from './table.module.css';

type Column = {
  readonly title: string;
  /** On a card its cell stands alone, such as a button that says what it does. */
  readonly isBare?: boolean;
};

type Props = {
  /** Unlike any other on the page. */
  readonly id: string;
  readonly caption: string;
  /** Many rows of few cells, for which a card each would be a long way. */
  readonly isDense?: boolean;
  readonly head: readonly Column[];
  /** An empty text is left out on a card. */
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
};

/**
 * Rows of the same kind; the first cell names its row. On a phone each row is a card, with the columns' titles beside its
 * cells. The roles are written out: older browsers take a table that isn't laid out as one for no table at all.
 */
export function Table({ id, caption, isDense = false, head, rows }: Props) {
  return (
    <section className={isDense ? `${styles.section ?? ''} ${styles.dense ?? ''}` : styles.section}>
      {/* Beside the table, since a table's own caption would scroll away with it. */}
      <h2 id={id}>{caption}</h2>
      {/* A region that scrolls has to take the focus (WCAG 2.1.1). */}
      <div role="region" aria-labelledby={id} tabIndex={0} className={styles.scroll}>
        <table role="table" aria-labelledby={id} className={styles.table}>
          <thead role="rowgroup" className={styles.head}>
            <tr role="row">
              {head.map(({ title }) => (
                <th key={title} role="columnheader" scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {rows.map(({ key, cells: [first, ...rest] }) => (
              <tr key={key} role="row" className={styles.row}>
                <th role="rowheader" scope="row">
                  {first}
                </th>
                {rest.map((cell, position) => {
                  const column = head[position + 1];
                  return (
                    <td
                      key={column?.title}
                      role="cell"
                      className={cell === '' ? styles.empty : styles.cell}
                      data-title={column?.isBare ? undefined : column?.title}
                    >
                      {cell}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
