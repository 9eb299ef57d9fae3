"""A real inference server on loopback: llama.cpp's, with a small model of random weights that is made on the spot.

    python tests/support/random_model.py FOLDER      serves until its standard input closes; prints the address first

What such a model says is noise in the shape that the schema demands, which is what a test of the check wants.
"""

import string
import sys
from pathlib import Path

import gguf
import numpy as np
import xllamacpp

_WIDTH, _HIDDEN, _HEADS, _CONTEXT = 64, 128, 4, 32_768
_WORDS = """
    the a of and said will harbour mayor council Ada Quill Port Ellery Monday repairs winter million 12 Macron
    https://evil.example @everyone close quay crews Saltby spring vote war resigned Paris not
"""
_TEMPLATE = "{% for message in messages %}{{ message['role'] }}: {{ message['content'] }}\n{% endfor %}assistant:"


def write_model(path: Path) -> None:
    """Write a model of the llama architecture with one block and random weights, always the same ones."""
    writer = gguf.GGUFWriter(str(path), "llama")
    writer.add_context_length(_CONTEXT)
    writer.add_embedding_length(_WIDTH)
    writer.add_block_count(1)
    writer.add_feed_forward_length(_HIDDEN)
    writer.add_head_count(_HEADS)
    writer.add_head_count_kv(_HEADS)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_rope_dimension_count(_WIDTH // _HEADS)
    size = _add_tokenizer(writer)
    random = np.random.default_rng(7)

    def matrix(rows: int, columns: int, spread: float = 0.5) -> "np.ndarray[tuple[int, ...], np.dtype[np.float32]]":
        return random.normal(0, spread, (rows, columns)).astype(np.float32)

    # What is said next is nearly a throw of dice: of sure numbers a model that is not warm makes the same few words.
    embeddings, outputs = matrix(size, _WIDTH), matrix(size, _WIDTH, 0.02)
    # The first dimension is large for every token, so that what has a negative weight there is hardly ever said: bytes
    # outside printable ASCII, of which random ones make no characters, and the server refuses an answer of such.
    embeddings[:, 0] = 10
    outputs[:, 0] = 0
    outputs[3:35, 0] = outputs[130:259, 0] = -10
    # A quotation mark, which ends a text, is said more often, as a test waits for every word, and a brace, which begins
    # an item of a list, so that there are some.
    outputs[3 + ord('"'), 0] = 0.12
    outputs[3 + ord("{"), 0] = 0.2
    ones = np.ones(_WIDTH, dtype=np.float32)
    tensors = {
        "token_embd": embeddings,
        "output": outputs,
        "output_norm": ones,
        "blk.0.attn_norm": ones,
        "blk.0.ffn_norm": ones,
        **{f"blk.0.attn_{part}": matrix(_WIDTH, _WIDTH, 0.02) for part in ("q", "k", "v", "output")},
        "blk.0.ffn_gate": matrix(_HIDDEN, _WIDTH),
        "blk.0.ffn_up": matrix(_HIDDEN, _WIDTH),
        "blk.0.ffn_down": matrix(_WIDTH, _HIDDEN, 0.02),
    }
    for name, tensor in tensors.items():
        writer.add_tensor(f"{name}.weight", tensor)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def _add_tokenizer(writer: gguf.GGUFWriter) -> int:
    """Special tokens, every byte, letters and some words; gives how many."""
    plain = [*(f"▁{word}" for word in _WORDS.split()), *string.ascii_letters, "▁"]
    tokens = ["<unk>", "<s>", "</s>", *(f"<0x{byte:02X}>" for byte in range(256)), *plain]
    kinds = [gguf.TokenType.UNKNOWN, *[gguf.TokenType.CONTROL] * 2, *[gguf.TokenType.BYTE] * 256]
    kinds += [gguf.TokenType.NORMAL] * len(plain)
    writer.add_tokenizer_model("llama")
    writer.add_token_list(tokens)
    writer.add_token_scores([0.0 if index < 259 else -float(index) for index in range(len(tokens))])
    writer.add_token_types(kinds)
    writer.add_bos_token_id(1)
    writer.add_eos_token_id(2)
    writer.add_unk_token_id(0)
    writer.add_add_bos_token(value=True)
    writer.add_chat_template(_TEMPLATE)
    return len(tokens)


def main() -> None:
    """Serve until standard input closes."""
    path = Path(sys.argv[1]) / "random.gguf"
    write_model(path)
    params = xllamacpp.CommonParams()
    params.model.path = str(path)
    params.hostnames = ["127.0.0.1"]
    params.port = 0
    params.n_ctx = _CONTEXT
    params.n_parallel = 1
    # Several threads wait for each other in a loop, which on a busy machine takes longer than the work.
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = 1
    params.sampling.seed = 7
    params.warmup = False
    server = xllamacpp.Server(params)
    sys.stdout.write(f"{server.listening_address}\n")
    sys.stdout.flush()
    sys.stdin.read()


if __name__ == "__main__":
    main()
