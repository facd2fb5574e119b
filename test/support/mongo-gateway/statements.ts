/** How a command is put to the extension. `$1` is the database, `$2` the command, `$3` the documents beside it. */
export interface Statement {
  readonly sql: string;
  readonly takesSequence?: true;
  /** The reply carries a first page and perhaps a continuation, which `getMore` goes on from. */
  readonly isCursor?: true;
  /** Changes the schema: one at a time, as two would wait for each other. */
  readonly isSchemaChange?: true;
  /** The reply proper stands at this path of what is answered. */
  readonly at?: readonly string[];
}

const body = '$1, $2::bytea::documentdb_core.bson';

function write(name: string): Statement {
  const sequence = '$3::bytea::documentdb_core.bsonsequence';
  return {
    sql: `SELECT p_result::bytea AS reply FROM documentdb_api.${name}(${body}, ${sequence})`,
    takesSequence: true,
  };
}

function cursor(name: string): Statement {
  const columns = 'cursorpage::bytea AS reply, continuation::bytea, persistconnection, cursorid';
  return { sql: `SELECT ${columns} FROM documentdb_api.${name}_cursor_first_page(${body})`, isCursor: true };
}

function query(name: string): Statement {
  return { sql: `SELECT document::bytea AS reply FROM documentdb_api.${name}_query(${body})` };
}

export const STATEMENTS: Readonly<Record<string, Statement>> = {
  insert: write('insert'),
  update: write('update'),
  delete: write('delete'),
  findAndModify: { sql: `SELECT p_result::bytea AS reply FROM documentdb_api.find_and_modify(${body})` },
  find: cursor('find'),
  aggregate: cursor('aggregate'),
  listIndexes: cursor('list_indexes'),
  listCollections: cursor('list_collections'),
  count: query('count'),
  distinct: query('distinct'),
  // The other form leaves the work to a job that looks once a minute.
  createIndexes: {
    sql: `SELECT documentdb_api_internal.create_indexes_non_concurrently(${body}, true)::bytea AS reply`,
    at: ['raw', 'defaultShard'],
    isSchemaChange: true,
  },
  dropIndexes: { sql: `CALL documentdb_api.drop_indexes(${body}, NULL)`, isSchemaChange: true },
};

export const GET_MORE =
  'SELECT cursorpage::bytea AS reply, continuation::bytea FROM documentdb_api.cursor_get_more($1, $2::bytea::documentdb_core.bson, $3::bytea::documentdb_core.bson)';

/** Commands whose reply is a plain "ok"; `$2` is the name of the collection. */
export const PLAIN_STATEMENTS: Readonly<Record<string, string>> = {
  create: 'SELECT documentdb_api.create_collection($1, $2)',
  drop: 'SELECT documentdb_api.drop_collection($1, $2)',
  dropDatabase: 'SELECT documentdb_api.drop_database($1)',
};

export const EXPLAIN_FIND = `EXPLAIN (FORMAT JSON) SELECT document FROM documentdb_api_catalog.bson_aggregation_find(${body})`;
