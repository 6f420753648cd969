"""English: tokens, tags, dependencies and names, from the shipped pipeline or another spaCy pipeline."""

from reportedly.language.names import SHIPPED
from reportedly.language.parse import Name, Parse, Phrase, Sentence, Token
from reportedly.language.pipeline import ModelError, Pipeline, pipeline

__all__ = ["SHIPPED", "ModelError", "Name", "Parse", "Phrase", "Pipeline", "Sentence", "Token", "pipeline"]
