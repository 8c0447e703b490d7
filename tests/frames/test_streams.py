"""Arrow streams as C sees them, whole and broken: each part is released once, and what is wrong is told."""

import ctypes
import gc

import pyarrow as pa
import pytest

import mujun as mj
from mujun import _core


class CArray(ctypes.Structure):
    pass


CArray._fields_ = [
    ("length", ctypes.c_int64),
    ("null_count", ctypes.c_int64),
    ("offset", ctypes.c_int64),
    ("n_buffers", ctypes.c_int64),
    ("n_children", ctypes.c_int64),
    ("buffers", ctypes.POINTER(ctypes.c_void_p)),
    ("children", ctypes.POINTER(ctypes.POINTER(CArray))),
    ("dictionary", ctypes.POINTER(CArray)),
    ("release", ctypes.CFUNCTYPE(None, ctypes.POINTER(CArray))),
    ("private_data", ctypes.c_void_p),
]


class CSchema(ctypes.Structure):
    pass


CSchema._fields_ = [
    ("format", ctypes.c_char_p),
    ("name", ctypes.c_char_p),
    ("metadata", ctypes.c_char_p),
    ("flags", ctypes.c_int64),
    ("n_children", ctypes.c_int64),
    ("children", ctypes.POINTER(ctypes.POINTER(CSchema))),
    ("dictionary", ctypes.POINTER(CSchema)),
    ("release", ctypes.CFUNCTYPE(None, ctypes.POINTER(CSchema))),
    ("private_data", ctypes.c_void_p),
]


class CStream(ctypes.Structure):
    pass


CStream._fields_ = [
    ("get_schema", ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(CStream), ctypes.POINTER(CSchema))),
    ("get_next", ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(CStream), ctypes.POINTER(CArray))),
    ("get_last_error", ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.POINTER(CStream))),
    ("release", ctypes.CFUNCTYPE(None, ctypes.POINTER(CStream))),
    ("private_data", ctypes.c_void_p),
]

new_capsule = ctypes.pythonapi.PyCapsule_New
new_capsule.restype = ctypes.py_object
new_capsule.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p]


class Broken:
    """A stream of two batches, whose parts a test may break; it counts what is released."""

    def __init__(self, table, break_array=None, break_schema=None, fail=None):
        self.batches = table.to_batches()
        self.break_array, self.break_schema, self.fail = break_array, break_schema, fail
        self.given, self.released = [], []
        self.message = ctypes.create_string_buffer("线断了".encode())
        self.kept = []
        self.stream = CStream(
            CStream._fields_[0][1](self.get_schema),
            CStream._fields_[1][1](self.get_next),
            CStream._fields_[2][1](lambda _: ctypes.addressof(self.message)),
            CStream._fields_[3][1](self.release),
            None,
        )

    def hand_over(self, kind, struct, out, repair=None):
        """Put pyarrow's struct into `out`, its release counted; a repair comes before that."""
        original = type(struct.release)(ctypes.cast(struct.release, ctypes.c_void_p).value)

        def released(pointer):
            self.released.append(kind)
            if repair is not None:
                repair(pointer)
            pointer.contents.release = original
            original(pointer)

        struct.release = type(struct.release)(released)
        self.kept.append((struct, original))
        self.given.append(kind)
        ctypes.memmove(out, ctypes.byref(struct), ctypes.sizeof(struct))

    def get_schema(self, _, out):
        if self.fail == "schema":
            return 5
        schema = CSchema()
        self.batches[0].schema._export_to_c(ctypes.addressof(schema))
        if self.break_schema:
            self.break_schema(schema, self)
        self.hand_over("schema", schema, out)
        return 0

    def get_next(self, _, out):
        if self.fail == "next" and "array" in self.given:
            return 5
        at = self.given.count("array")
        if at == len(self.batches):
            ctypes.memset(out, 0, ctypes.sizeof(CArray))
            return 0
        array = CArray()
        self.batches[at]._export_to_c(ctypes.addressof(array))
        repair = self.break_array(array, self) if self.break_array and at == len(self.batches) - 1 else None
        self.hand_over("array", array, out, repair)
        return 0

    def release(self, pointer):
        self.released.append("stream")
        pointer.contents.release = CStream._fields_[3][1]()

    def __arrow_c_stream__(self, requested_schema=None):
        self.given.append("stream")
        return new_capsule(ctypes.addressof(self.stream), b"arrow_array_stream", None)


def two_batches(**columns):
    one = pa.table(columns or {"x": [1.0, None, 3.0], "w": pa.array(["甲", "乙", "丙"])})
    return pa.concat_tables([one, one])


def all_released(broken):
    gc.collect()
    return sorted(broken.released) == sorted(broken.given)


def test_a_whole_stream_is_released_once():
    stream = Broken(two_batches())
    frame = _core.Frame(stream)
    values, _ = frame.numbers("x")
    words = frame.texts("w")
    assert words == ["甲", "乙", "丙"] * 2
    assert sorted(stream.released) == [
        "schema",
        "stream",
    ]  # the batches are the frame's for as long as it lives
    del frame
    assert all_released(stream)
    assert values[3] == 1  # two batches were copied together


def test_one_batch_lives_as_long_as_what_was_read_from_it():
    stream = Broken(pa.table({"x": [1.0, 2.0]}))
    values, _ = _core.Frame(stream).numbers("x")
    gc.collect()
    assert "array" not in stream.released
    assert values.tolist() == [1, 2]
    del values
    assert all_released(stream)


def child(array, at=0):
    return array.children[at].contents


def set_buffer(array, at, address):
    array.buffers[at] = address


def backwards(array, broken):
    offsets = (ctypes.c_int32 * 4)(0, 6, 3, 9)
    broken.kept.append(offsets)
    set_buffer(child(array, 1), 1, ctypes.addressof(offsets))


def no_utf8(schema, broken):
    broken.kept.append(ctypes.create_string_buffer(b"\xff"))
    schema.children[0].contents.name = ctypes.cast(broken.kept[-1], ctypes.c_char_p)


def without(name, value):
    """Break a member of the batch that its producer needs to release it, which therefore gets it back."""

    def break_array(array, _):
        whole = bytes(array)
        setattr(array, name, value)
        return lambda released: ctypes.memmove(released, whole, len(whole))

    return break_array


BROKEN_ARRAYS = {
    "a column has fewer rows": (
        lambda a, _: setattr(child(a), "length", 2),
        "column x: fewer rows than its batch",
    ),
    "a negative length": (lambda a, _: setattr(a, "length", -1), "a batch of a negative or endless length"),
    "an endless length": (
        lambda a, _: setattr(a, "length", 2**63 - 1),
        "a batch of a negative or endless length",
    ),
    "an endless offset": (
        lambda a, _: setattr(child(a), "offset", 2**63 - 1),
        "column x: a negative or endless length or offset",
    ),
    "a negative offset": (
        lambda a, _: setattr(child(a), "offset", -4),
        "column x: a negative or endless length or offset",
    ),
    "a missing buffer": (lambda a, _: set_buffer(child(a), 1, None), "column x: no values"),
    "a missing bitmap": (
        lambda a, _: set_buffer(child(a), 0, None),
        "column x: nulls without a validity buffer",
    ),
    "missing text": (lambda a, _: set_buffer(child(a, 1), 2, None), "column w: no text bytes"),
    "a wrong number of buffers": (
        lambda a, _: setattr(child(a), "n_buffers", 1),
        "column x: a wrong number of buffers",
    ),
    "text that runs backwards": (backwards, "column w: text offsets that run backwards"),
    "too few columns": (without("n_children", 1), "a batch has other columns than its schema"),
    "a missing column": (
        without("children", ctypes.POINTER(ctypes.POINTER(CArray))()),
        "a batch lacks the column x",
    ),
    "null rows": (lambda a, _: setattr(a, "null_count", 1), "a batch has rows that are null as a whole"),
}


@pytest.mark.parametrize("name", BROKEN_ARRAYS)
def test_broken_batches(name):
    break_array, said = BROKEN_ARRAYS[name]
    stream = Broken(two_batches(), break_array=break_array)
    with pytest.raises(mj.MujunError) as raised:
        _core.Frame(stream)
    assert said in str(raised.value)
    del raised
    assert all_released(stream)


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ({"fail": "schema"}, "the frame gives no schema: 线断了"),
        ({"fail": "next"}, "the frame gives no more rows: 线断了"),
        ({"break_schema": no_utf8}, "column 1: its name is no UTF-8"),
        (
            {"break_schema": lambda s, _: setattr(s, "format", b"g")},
            "not a frame: the stream holds single values",
        ),
        ({"break_schema": lambda s, _: setattr(s, "format", None)}, "not a frame"),
    ],
)
def test_broken_streams(how, said):
    stream = Broken(two_batches(), **how)
    with pytest.raises(mj.MujunError) as raised:
        _core.Frame(stream)
    assert said in str(raised.value)
    del raised
    assert all_released(stream)


def test_an_index_outside_of_its_dictionary():
    def far_index(array, broken):
        indices = (ctypes.c_int32 * 3)(0, 7, 1)
        broken.kept.append(indices)
        set_buffer(child(array), 1, ctypes.addressof(indices))

    stream = Broken(pa.table({"x": pa.array(["甲", "乙", "丙"]).dictionary_encode()}), break_array=far_index)
    frame = _core.Frame(stream)
    with pytest.raises(mj.MujunError, match="column x: an index that its dictionary does not have"):
        frame.texts("x")
    del frame
    assert all_released(stream)


def test_a_view_outside_of_its_buffer():
    def far_view(array, broken):
        views = (ctypes.c_int32 * 4)(40, 0, 0, 10_000)
        broken.kept.append(views)
        set_buffer(child(array), 1, ctypes.addressof(views))

    words = pa.array(["一个不能放在十六个字节里的名字"], pa.string_view())
    frame = _core.Frame(Broken(pa.table({"x": words}), break_array=far_view))
    with pytest.raises(mj.MujunError, match="column x: a text that lies outside of its buffer"):
        frame.texts("x")


def test_a_stream_is_taken_over():
    """The capsule that was read is empty: its own end releases nothing again."""

    class Once:
        def __init__(self):
            self.capsule = pa.table({"x": [1.0]}).__arrow_c_stream__()

        def __arrow_c_stream__(self, requested_schema=None):
            return self.capsule

    source = Once()
    assert len(_core.Frame(source)) == 1
    with pytest.raises(mj.MujunError, match="the stream has been read already"):
        _core.Frame(source)
