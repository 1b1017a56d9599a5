"""Rule sources: load, compile, lint, run their examples, build the bundle, try a draft."""

from .build import BUNDLE, COPIES, build, bundle_bytes
from .compile import compile_rules, compile_sources
from .examples import ExampleReport, run_examples
from .guidance import guidance
from .lint import lint
from .load import RULES, Sources, load_sources, parse_sources
from .names import slug
from .problems import Problem, RuleErrors
from .trial import try_rules

__all__ = [
    "BUNDLE", "COPIES", "RULES", "ExampleReport", "Problem", "RuleErrors", "Sources", "build", "bundle_bytes",
    "compile_rules", "compile_sources", "guidance", "lint", "load_sources", "parse_sources", "run_examples", "slug",
    "try_rules",
]  # fmt: skip
