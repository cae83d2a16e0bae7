import {
  type FragmentDefinitionNode,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';

/** How many fields lie within one another, fragments included; each fragment is measured once. */
export function measureDepth(root: SelectionSetNode, context: ValidationContext): number {
  const measured = new Map<FragmentDefinitionNode, number>();
  const ofSet = (set: SelectionSetNode | undefined): number =>
    set ? Math.max(...set.selections.map(ofSelection)) : 0;
  const ofSelection = (node: SelectionNode): number => {
    if (node.kind === Kind.FIELD) return 1 + ofSet(node.selectionSet);
    if (node.kind === Kind.INLINE_FRAGMENT) return ofSet(node.selectionSet);
    return ofFragment(context.getFragment(node.name.value));
  };
  const ofFragment = (fragment: FragmentDefinitionNode | null | undefined): number => {
    if (!fragment) return 0;
    const known = measured.get(fragment);
    if (known !== undefined) return known;
    // A fragment within itself, which another rule refuses, ends here.
    measured.set(fragment, 0);
    const depth = ofSet(fragment.selectionSet);
    measured.set(fragment, depth);
    return depth;
  };
  return ofSet(root);
}
