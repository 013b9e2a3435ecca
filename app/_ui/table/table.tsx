import type { ReactNode } from 'react';
import styles from './table.module.css';

type Props = {
  /** Unlike any other on the page. */
  readonly id: string;
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
};

/** Rows of the same kind; the first cell names its row. */
export function Table({ id, caption, head, rows }: Props) {
  return (
    <section className={styles.section}>
      {/* Beside the table, since a table's own caption would scroll away with it. */}
      <h2 id={id}>{caption}</h2>
      {/* A region that scrolls has to take the focus (WCAG 2.1.1). */}
      <div role="region" aria-labelledby={id} tabIndex={0} className={styles.scroll}>
        <table aria-labelledby={id} className={styles.table}>
          <thead>
            <tr>
              {head.map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, cells: [first, ...rest] }) => (
              <tr key={key}>
                <th scope="row">{first}</th>
                {rest.map((cell, position) => (
                  <td key={head[position + 1]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
