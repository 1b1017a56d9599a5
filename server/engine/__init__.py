"""The scoring engine: plain functions on plain values, mirrored in ``extension/engine``; see shared_rules/SPEC.md."""

from .bundle import Bundle, BundleError, load_bundle
from .score import Engine, build_engine, canonical_json, score

__all__ = ["Bundle", "BundleError", "Engine", "build_engine", "canonical_json", "load_bundle", "score"]
