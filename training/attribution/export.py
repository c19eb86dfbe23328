"""The trained network as ONNX: the encoder with int8 weights, the small network for the roles as it is."""

from __future__ import annotations

import shutil
import tempfile
import warnings
from pathlib import Path

import torch
from network import ROLE_WIDTH, Encoder, Reader
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from counterclaim.speech.clues import PAIR_SIZES, WORD_SIZES
from counterclaim.speech.reading import REACH
from counterclaim.weights import ENCODER, PIECES, ROLES

OPSET = 17


class _OneWindow(nn.Module):
    """The encoder on a single window, which needs no mask."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, pieces: Tensor, words: Tensor, clues: Tensor, firsts: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        scores, as_cue, as_word, _ = self.encoder(pieces, words, clues, firsts)
        return scores, as_cue, as_word


def export(model: Reader, minilm: Path, out: Path) -> None:
    """Write the three files into the folder `out`."""
    model.train(False)
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        full = Path(scratch) / "encoder.onnx"
        _export_encoder(model, full)
        quantize_dynamic(full, out / ENCODER, weight_type=QuantType.QInt8, per_channel=True)
        _export_roles(model, out / ROLES)
    shutil.copyfile(minilm / "tokenizer.json", out / PIECES)


def _export_encoder(model: Reader, file: Path) -> None:
    count, length = 15, 20
    given = (
        torch.randint(0, 100, (1, length)),
        torch.randint(0, count, (1, length)),
        torch.zeros(1, count + 1, len(WORD_SIZES), dtype=torch.long),
        torch.randint(0, length, (1, count)),
    )
    names, results = ["pieces", "words", "clues", "firsts"], ["scores", "as_cue", "as_word"]
    sizes = {"pieces": {1: "length"}, "words": {1: "length"}, "clues": {1: "count_and_one"}, "firsts": {1: "count"}}
    sizes |= {name: {1: "count"} for name in results}
    _write(_OneWindow(model.encoder), given, file, names, results, sizes)


def _export_roles(model: Reader, file: Path) -> None:
    around = 2 * REACH + 1
    given = (
        torch.randn(2, ROLE_WIDTH),
        torch.randn(2, around, ROLE_WIDTH),
        torch.zeros(2, around, len(PAIR_SIZES), dtype=torch.long),
        torch.ones(2, around),
    )
    names = ["cues", "beside", "clues", "mask"]
    _write(model.roles, given, file, names, ["tags"], {name: {0: "cues"} for name in (*names, "tags")})


def _write(
    module: nn.Module,
    given: tuple[Tensor, ...],
    file: Path,
    names: list[str],
    results: list[str],
    sizes: dict[str, dict[int, str]],
) -> None:
    torch.onnx.export(
        module,
        given,
        str(file),
        input_names=names,
        output_names=results,
        dynamic_axes=sizes,
        opset_version=OPSET,
        dynamo=False,
    )
