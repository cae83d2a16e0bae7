"""How large a document may be."""

from typing import Any

from graphql import (
    ASTValidationRule,
    FieldNode,
    FragmentSpreadNode,
    GraphQLError,
    OperationDefinitionNode,
    SelectionSetNode,
    ValidationContext,
)
from strawberry.extensions import AddValidationRules, MaxTokensLimiter, SchemaExtension

#: The introspection query of GraphiQL has that many levels.
LEVELS = 15
ALIASES = 15
TOKENS = 1000


class LimitAliases(ASTValidationRule):
    """Counts the aliases of a document, those in fragments among them."""

    def __init__(self, context: ValidationContext) -> None:
        super().__init__(context)
        self.count = 0

    def enter_field(self, node: FieldNode, *_args: Any) -> None:
        """Called for each field."""
        self.count += node.alias is not None
        if node.alias and self.count == ALIASES + 1:
            self.report_error(GraphQLError(f"A document may have {ALIASES} aliases at most.", node))


class LimitDepth(ASTValidationRule):
    """Measures how many fields lie within one another, those in fragments among them."""

    context: ValidationContext

    def enter_operation_definition(self, node: OperationDefinitionNode, *_args: Any) -> None:
        """Called for each operation."""
        if self.depth(node.selection_set, {}) > LEVELS:
            self.report_error(GraphQLError(f"A document may have {LEVELS} levels at most.", node))

    def depth(self, selections: SelectionSetNode | None, known: dict[str, int]) -> int:
        """The levels of a selection; each fragment is measured once."""
        if selections is None:
            return 0
        depths = [0]
        for node in selections.selections:
            if isinstance(node, FragmentSpreadNode):
                depths.append(self.fragment(node.name.value, known))
            else:
                inner = self.depth(getattr(node, "selection_set", None), known)
                depths.append(inner + isinstance(node, FieldNode))
        return max(depths)

    def fragment(self, name: str, known: dict[str, int]) -> int:
        """The levels of a fragment; one within itself, which another rule refuses, ends here."""
        definition = self.context.get_fragment(name)
        if name not in known:
            known[name] = 0
            known[name] = self.depth(definition.selection_set, known) if definition else 0
        return known[name]


def limit_tokens() -> SchemaExtension:
    """Refuses documents that are too long, before they are parsed whole."""
    return MaxTokensLimiter(TOKENS)


def limit_shape() -> SchemaExtension:
    """Refuses documents that are too deep or too aliased."""
    return AddValidationRules([LimitAliases, LimitDepth])
