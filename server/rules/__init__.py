"""Rule sources: load, compile, lint, run their examples, build the bundle, try a draft."""

from .anatomy import dissect
from .build import BUNDLE, COPIES, build, build_checked, bundle_bytes
from .candidate_overlay import About, make_overlay
from .compile import compile_rules, compile_sources
from .examples import ExampleReport, run_examples
from .guidance import guidance
from .lint import lint
from .load import RULES, Sources, load_sources, parse_sources
from .names import slug
from .problems import Problem, RuleErrors
from .self_test import self_test
from .trial import try_rules

__all__ = [
    "BUNDLE", "COPIES", "RULES", "About", "ExampleReport", "Problem", "RuleErrors", "Sources", "build", "build_checked",
    "bundle_bytes", "compile_rules", "compile_sources", "dissect", "guidance", "lint", "load_sources", "make_overlay",
    "parse_sources", "run_examples", "self_test", "slug", "try_rules",
]  # fmt: skip
