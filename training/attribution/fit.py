"""The training loop: AdamW with a linear warm-up and decay, an average of the weights along the way, checkpoints."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

import torch
from batches import NOBODY_ASKS, Batch, batch_of, epoch
from network import Encoder, Reader, Roles, load_minilm
from pages import Page
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

RATE, NEW_RATE = 1.5e-4, 1e-3  # of the published weights and what goes below them, and of what comes above
DECAY = 0.01
WARM = 0.06  # share of all steps
AVERAGE = 0.998
BLANK = 0.1  # share of windows without the rules' reading
ROLE_SHARE, ANY_SHARE = 1 / 3, 3.0  # of the losses for the roles to a cue, and for the role in anything
SAVE_EVERY = 300  # steps
NEW = ("clues_above", "cue_", "as_", "any_")  # what comes above MiniLM; faster clues below would drown its words


@dataclass(frozen=True)
class Plan:
    """How long to train, from which seed, and where the work in progress is kept."""

    epochs: float
    seed: int
    checkpoint: Path
    minilm: Path


class Run:
    """Everything that a checkpoint holds."""

    def __init__(self, pages: Sequence[Page], plan: Plan) -> None:
        torch.manual_seed(plan.seed)
        self.plan = plan
        self.pages = pages
        self.model = Reader(Encoder(), Roles())
        load_minilm(self.model.encoder, load_file(plan.minilm / "model.safetensors"))
        self.average = [p.detach().clone() for p in self.model.parameters()]
        self.steps = int(len(epoch(pages, random.Random(plan.seed))) * plan.epochs)
        self.step = self.epoch = self.epoch_steps = 0
        self.optimizer = _optimizer(self.model)
        self.schedule = torch.optim.lr_scheduler.LambdaLR(self.optimizer, self._rate)
        if plan.checkpoint.exists():
            self._resume()

    def _rate(self, step: int) -> float:
        return min(1.0, (step + 1) / (WARM * self.steps)) * max(0.0, 1 - step / self.steps)

    def fit(self) -> Reader:
        """Train to the end; the model with its averaged weights."""
        start = perf_counter()
        while self.step < self.steps:
            self._epoch(start)
            self.epoch, self.epoch_steps = self.epoch + 1, 0
        with torch.no_grad():
            for own, average in zip(self.model.parameters(), self.average, strict=True):
                own.copy_(average)
        return self.model

    def _epoch(self, start: float) -> None:
        batches = epoch(self.pages, random.Random(self.plan.seed * 1000 + self.epoch))
        for windows in batches[self.epoch_steps :][: self.steps - self.step]:
            chance = random.Random(self.plan.seed * 10**6 + self.step)
            losses = self._update(batch_of(windows, chance, BLANK))
            self.epoch_steps += 1
            if self.step % 50 == 0:
                print(
                    f"step {self.step} of {self.steps}, cues {losses[0]:.2f}, roles {losses[1]:.2f},",
                    f"{perf_counter() - start:.0f} s",
                    flush=True,
                )
            if self.step % SAVE_EVERY == 0:
                self._save()

    def _update(self, batch: Batch) -> tuple[float, float]:
        self.model.train()
        cues, roles = losses(self.model, batch)
        self.optimizer.zero_grad()
        (cues + ROLE_SHARE * roles).backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()
        self.schedule.step()
        self.step += 1
        kept = min(AVERAGE, (self.step + 1) / (self.step + 20))
        with torch.no_grad():
            for own, average in zip(self.model.parameters(), self.average, strict=True):
                average.lerp_(own, 1 - kept)
        return float(cues.detach()), float(roles.detach())

    def _save(self) -> None:
        state = {
            "encoder": self.model.encoder.state_dict(),
            "roles": self.model.roles.state_dict(),
            "average": self.average,
            "optimizer": self.optimizer.state_dict(),
            "schedule": self.schedule.state_dict(),
            "at": (self.step, self.epoch, self.epoch_steps),
            "torch": torch.get_rng_state(),
        }
        draft = self.plan.checkpoint.with_suffix(".part")
        torch.save(state, draft)
        draft.replace(self.plan.checkpoint)

    def _resume(self) -> None:
        state = torch.load(self.plan.checkpoint, weights_only=True)
        self.model.encoder.load_state_dict(state["encoder"])
        self.model.roles.load_state_dict(state["roles"])
        self.average = state["average"]
        self.optimizer.load_state_dict(state["optimizer"])
        self.schedule.load_state_dict(state["schedule"])
        self.step, self.epoch, self.epoch_steps = state["at"]
        torch.set_rng_state(state["torch"])
        print(f"going on at step {self.step} of {self.plan.checkpoint}")


def losses(model: Reader, batch: Batch) -> tuple[Tensor, Tensor]:
    """Cross entropy of the cues (with that of the role in anything), and of the tags around each cue."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        seen = (batch.pieces, batch.words, batch.clues, batch.firsts, batch.mask)
        scores, as_cue, as_word, any_role = model.encoder(*seen)
    missed = F.binary_cross_entropy_with_logits(scores.float(), batch.heads, reduction="none") * batch.judged
    flat = F.cross_entropy(any_role.float().transpose(1, 2), batch.any_tags, ignore_index=NOBODY_ASKS)
    cues = missed.sum() / max(1.0, float(batch.heads.sum())) + ANY_SHARE * flat
    if not len(batch.rows):
        return cues, torch.zeros(())
    window, word = batch.rows.T
    own, beside = as_cue.float()[window, word], as_word.float()[window.unsqueeze(1), batch.around]
    tags = model.roles(own, beside, batch.around_clues, batch.around_mask)
    wrong = F.cross_entropy(tags.transpose(1, 2), batch.tags, reduction="none") * batch.around_mask
    return cues, wrong.sum() / len(batch.rows)


def _optimizer(model: Reader) -> torch.optim.Optimizer:
    named = list(model.encoder.named_parameters())
    new = [p for name, p in named if name.startswith(NEW)] + list(model.roles.parameters())
    published = [p for name, p in named if not name.startswith(NEW)]
    groups = [{"params": published, "lr": RATE}, {"params": new, "lr": NEW_RATE}]
    return torch.optim.AdamW(groups, weight_decay=DECAY)
