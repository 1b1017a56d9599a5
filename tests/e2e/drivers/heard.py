"""What the browser tells a screen reader: its own accessibility tree, in which closed shadow roots are open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

# Each browser has names of its own for some roles.
ROLES = {"DisclosureTriangle": "summary", "checkbutton": "checkbox", "pushbutton": "button"}


@dataclass(frozen=True)
class Heard:
    """One thing that is told: what it is, its name, what is said of it besides, its states, and what stands in it."""

    role: str
    name: str
    description: str
    states: frozenset[str]
    children: tuple[Heard, ...]

    @classmethod
    def of(cls, node: dict[str, Any]) -> Heard:
        """A node as the drivers read it."""
        return cls(
            ROLES.get(node["role"], node["role"]),
            node["name"],
            node["description"],
            frozenset(node["states"]),
            tuple(cls.of(child) for child in node["children"]),
        )

    def all(self, role: str) -> Iterator[Heard]:
        """What has this role, here and below, in the order in which it is told."""
        if self.role == role:
            yield self
        for child in self.children:
            yield from child.all(role)


def of_chromium(nodes: list[dict[str, Any]]) -> dict[str, Any]:
    """The tree of a page from the nodes that `Accessibility.getFullAXTree` lists, the document first."""
    listed = {node["nodeId"]: node for node in nodes}

    def read(node: dict[str, Any]) -> dict[str, Any]:
        properties = {one["name"]: one["value"].get("value") for one in node.get("properties", [])}
        states = [name for name in ("modal", "focused") if properties.get(name)]
        if "expanded" in properties:
            states.append("expanded" if properties["expanded"] else "collapsed")
        return {
            "role": "" if node["ignored"] else node["role"]["value"],
            "name": node.get("name", {}).get("value", ""),
            "description": node.get("description", {}).get("value", ""),
            "states": states,
            "children": [read(listed[child]) for child in node.get("childIds", []) if child in listed],
        }

    return read(nodes[0])


# The same tree in Firefox, which makes none before somebody holds this service: run in the page's process with the
# browser's rights.
IN_FIREFOX = """
    const service = Components.classes['@mozilla.org/accessibilityService;1']
        .getService(Components.interfaces.nsIAccessibilityService);
    const { nsIAccessibleStates: states } = Components.interfaces;
    const read = (node) => {
        const [state, extra] = [{}, {}];
        node.getState(state, extra);
        const has = {
            modal: extra.value & states.EXT_STATE_MODAL,
            focused: state.value & states.STATE_FOCUSED,
            expanded: state.value & states.STATE_EXPANDED,
            collapsed: state.value & states.STATE_COLLAPSED,
        };
        return {
            role: service.getStringRole(node.role),
            name: node.name ?? '',
            description: node.description ?? '',
            states: Object.keys(has).filter((name) => has[name]),
            children: Array.from({ length: node.childCount }, (_, index) => read(node.getChildAt(index))),
        };
    };
    const tree = service.getAccessibleFor(document);
    return tree && read(tree);
"""
