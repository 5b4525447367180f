// Which text is not broken on purpose. A title or a piece of advice may be worded better any day, so a test that held it
// word for word would be noise; and the compiler already refuses a source or a confidence that does not exist. Codes,
// actions, names of inputs and every number stay under test.

type Node = { readonly type: string } & Readonly<Record<string, unknown>>;

type NodePath = { readonly node: Node; readonly parent: Node | null; readonly parentPath: NodePath | null };

/** Names of fields whose text a person reads. */
const readByPeople = ['title', 'advice', 'effect', 'note', 'text', 'label', 'name', 'question'];
/** Names of fields the compiler holds to a closed list. */
const heldByCompiler = ['source', 'sources', 'confidence'];

function isText(node: Node): boolean {
  return node.type === 'StringLiteral' || node.type === 'TemplateLiteral';
}

function isSentence(node: Node): boolean {
  const quasis = node['quasis'] as readonly { readonly value: { readonly raw: string } }[] | undefined;
  const text = quasis ? quasis.map((part) => part.value.raw).join(' ') : String(node['value']);
  return /\p{L}\S* \S/u.test(text);
}

/** The field, argument or constant the text stands in, going up through choices and templates. */
function fieldOf(path: NodePath): string | undefined {
  for (let above = path.parentPath; above; above = above.parentPath) {
    if (above.node.type === 'ObjectProperty') {
      const key = above.node['key'] as { readonly name?: string; readonly value?: string };
      return key.name ?? key.value;
    }
    if (above.node.type === 'ConditionalExpression' || above.node.type === 'ArrayExpression') continue;
    if (above.node.type === 'TSAsExpression') continue;
    return undefined;
  }
  return undefined;
}

function isRootOfNumber(path: NodePath): boolean {
  const call = path.parent;
  if (call?.type !== 'CallExpression') return false;
  const callee = call['callee'] as { readonly name?: string };
  const place = (call['arguments'] as readonly unknown[]).indexOf(path.node);
  // sourced(value, unit, source, confidence, note): the value stays under test.
  return (callee.name === 'sourced' || callee.name === 'of') && place >= 1;
}

function whyNotBroken(path: NodePath): string | undefined {
  if (!isText(path.node)) return undefined;
  const field = fieldOf(path);
  if (field !== undefined && readByPeople.includes(field)) return 'words for people';
  if (isSentence(path.node)) return 'words for people';
  if (field !== undefined && heldByCompiler.includes(field)) return 'held by the compiler';
  if (isRootOfNumber(path)) return 'the root of a number, held by the compiler';
  return undefined;
}

export const strykerPlugins = [{ kind: 'Ignore', name: 'prose', value: { shouldIgnore: whyNotBroken } }];
