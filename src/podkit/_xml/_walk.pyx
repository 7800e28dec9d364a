# cython: language_level=3, binding=False
"""Reads elements as `podkit._xml.read` does, over libxml2's own nodes: see `podkit._xml.native`."""

from cpython.dict cimport PyDict_Contains, PyDict_GetItemWithError, PyDict_Next
from cpython.list cimport PyList_CheckExact
from cpython.object cimport PyObject
from cpython.unicode cimport PyUnicode_DecodeUTF8
from libc.stdint cimport uintptr_t
from libc.string cimport strlen
from lxml.includes cimport tree
from lxml.includes.etreepublic cimport (
    _Document,
    _Element,
    attributeValue,
    elementFactory,
    import_lxml__etree,
    namespacedNameFromNsName,
    textOf,
)
from lxml.includes.tree cimport const_xmlChar, xmlAttr, xmlNode, xmlNs

from sys import intern

from podkit._slots cimport blank, put, slot_offset
from podkit._xml.namespaces import canonical

import_lxml__etree()

cdef enum:
    MOST_FIELDS = 256
    MOST_NAMES = 256
    MOST_TRIES = 8
    MOST_KNOWN = 1000


cdef class Maker:
    """Makes instances of a slotted class, without calling it.

    Args:
        model: the class.
        needed: the names of the fields without a default.
        optional: the defaults of the others, by their names.
    """

    cdef object model
    cdef tuple needed
    cdef tuple defaults
    cdef Py_ssize_t[MOST_FIELDS] offsets  # of the fields with these defaults
    cdef dict offset_of

    def __init__(self, model, tuple needed, dict optional):
        if len(optional) > MOST_FIELDS:
            raise ValueError(f"{model.__name__} has too many fields")
        self.model = model
        self.needed = needed
        self.defaults = tuple(optional.values())
        self.offset_of = {
            name: slot_offset(getattr(model, name)) for name in (*needed, *optional)
        }
        for index, name in enumerate(optional):
            self.offsets[index] = self.offset_of[name]

    cdef object make(self, dict values):
        """Make an instance, lists made tuples, or give None where a needed value lacks."""
        cdef Py_ssize_t index, position = 0
        cdef PyObject *key
        cdef PyObject *held
        for name in self.needed:
            if not PyDict_Contains(values, name):
                return None
        instance = blank(self.model)
        for index in range(len(self.defaults)):
            put(instance, self.offsets[index], self.defaults[index])
        while PyDict_Next(values, &position, &key, &held):
            value = <object>held
            if PyList_CheckExact(value):
                value = tuple(<list>value)
            put(instance, <Py_ssize_t>self.offset_of[<object>key], value)
        return instance


cdef class Plan:
    """What an element may carry.

    Args:
        shape: the same as `podkit._xml.shapes` has it.
        steps: what reads its child elements, by their names, save those that only Python reads.
        table: the table of a record.
        maker: what makes its value.
    """

    cdef object shape
    cdef dict attributes
    cdef tuple text
    cdef dict steps
    cdef object table
    cdef Maker maker

    def __init__(self, shape, dict steps, table=None, Maker maker=None):
        self.shape = shape
        self.attributes = {intern(name): tuple(slot) for name, slot in shape.attributes.items()}
        self.text = None if shape.text is None else tuple(shape.text)
        self.steps = {intern(name): step for name, step in steps.items()}
        self.table = table
        self.maker = maker


cdef class Step:
    """Reads a child element, and says no where Python has to."""

    cdef str field

    cdef bint take(self, Walk walk, xmlNode *node, dict values) except -1:
        raise NotImplementedError


cdef class SingleText(Step):
    """Reads an element that is nothing but a text."""

    cdef object read

    def __init__(self, str field, read):
        self.field = field
        self.read = read

    cdef bint take(self, Walk walk, xmlNode *node, dict values) except -1:
        if node.properties != NULL or not holds_only_text(node) or self.is_there(values):
            return False
        text = text_of(node)
        if text is None:
            return True
        value = walk.understood(self.read, text)
        if isinstance(value, ValueError):
            element = walk.element(node)
            value = walk.reader.amended(value, element)
            if value is None:
                walk.reader.keep(element, None, values)
                return True
        self.add(value, values)
        return True

    cdef bint is_there(self, dict values) except -1:
        return PyDict_Contains(values, self.field)

    cdef int add(self, object value, dict values) except -1:
        values[self.field] = value
        return 0


cdef class ManyTexts(SingleText):
    """Reads an element whose text is one of many."""

    cdef bint is_there(self, dict values) except -1:
        return False

    cdef int add(self, object value, dict values) except -1:
        append(values, self.field, value)
        return 0


cdef class Inline(Step):
    """Reads an element whose attributes and text are fields of the value around it."""

    cdef Plan plan
    cdef str parent
    cdef str lacking

    def __init__(self, str field, Plan plan, str parent, str lacking):
        self.field = field
        self.plan = plan
        self.parent = parent
        self.lacking = lacking

    cdef bint take(self, Walk walk, xmlNode *node, dict values) except -1:
        cdef dict inner
        if PyDict_Contains(values, self.field):
            return False
        inner = walk.read_values(self.plan, node)
        if not PyDict_Contains(inner, self.field):
            walk.leave_incomplete(node, self.lacking, values)
        elif "extensions" in inner:
            walk.reader.adopt(inner, self.parent, values)
        else:
            values.update(inner)
        return True


cdef class Record(Step):
    """Reads an element that is a value of its own."""

    cdef Plan plan
    cdef bint is_many
    cdef str number
    cdef str lacking

    def __init__(self, str field, Plan plan, bint is_many, str number, str lacking):
        self.field = field
        self.plan = plan
        self.is_many = is_many
        self.number = number
        self.lacking = lacking

    cdef bint take(self, Walk walk, xmlNode *node, dict values) except -1:
        if not self.is_many and PyDict_Contains(values, self.field):
            return False
        if self.number is None:
            self.read(walk, node, values)
            return True
        around = walk.reader.place
        walk.reader.place = f"{self.number} {len(values.get(self.field, ())) + 1}"
        self.read(walk, node, values)
        walk.reader.place = around
        return True

    cdef int read(self, Walk walk, xmlNode *node, dict values) except -1:
        record = walk.read_record(self.plan, node)
        if record is None:
            walk.leave_incomplete(node, self.lacking, values)
        elif self.is_many:
            append(values, self.field, record)
        else:
            values[self.field] = record
        return 0


cdef struct Name:
    const_xmlChar *namespace
    const_xmlChar *local_name
    PyObject *clark


cdef class Walk:
    """One walk over an element and all within it, of which nothing may be freed meanwhile.

    Args:
        reader: what reads that which is not as a table has it.
        element: any element of the document.
    """

    cdef object reader
    cdef _Document document
    # Names that were met, found by their addresses, which are the same for the same name.
    cdef Name[MOST_NAMES] names
    cdef list clarks  # holds on to what `names` points at
    cdef dict known  # the values of texts, by what reads them

    def __init__(self, reader, _Element element):
        self.reader = reader
        self.document = element._doc
        self.clarks = []
        self.known = {}

    def read(self, Plan plan, _Element element):
        """Read an element, or give None where it lacks what makes a value."""
        return self.read_record(plan, element._c_node)

    def values(self, Plan plan, _Element element):
        """Read what an element says of each field."""
        return self.read_values(plan, element._c_node)

    cdef object read_record(self, Plan plan, xmlNode *node):
        cdef dict values = self.read_values(plan, node)
        if "extensions" not in values:
            return plan.maker.make(values)
        try:
            return self.reader.build(plan.table, values)
        except KeyError:
            return None

    cdef dict read_values(self, Plan plan, xmlNode *node):
        cdef dict values
        cdef xmlAttr *attribute = node.properties
        cdef xmlNode *child
        cdef bint has_text = False, has_children = False
        child = node.children
        while child != NULL:
            if child.type == tree.XML_ELEMENT_NODE:
                has_children = True
            elif not is_text(child):
                return self.reader.values(plan.shape, self.element(node))
            elif not has_text:
                has_text = not is_blank(child.content)
            child = child.next
        if has_text and has_children:
            return self.reader.values(plan.shape, self.element(node))
        values = {}
        while attribute != NULL:
            self.read_attribute(plan, node, attribute, values)
            attribute = attribute.next
        if has_text:
            self.read_text(plan, node, values)
        elif has_children:
            child = node.children
            while child != NULL:
                if child.type == tree.XML_ELEMENT_NODE:
                    self.read_child(plan, child, values)
                child = child.next
        return values

    cdef int read_attribute(
        self, Plan plan, xmlNode *node, xmlAttr *attribute, dict values
    ) except -1:
        cdef xmlNode *child = attribute.children
        cdef PyObject *slot
        if child == NULL:
            return 0  # it is empty
        if child.next == NULL and is_text(child) and child.content != NULL:
            text = decoded(child.content, strlen(<const char *>child.content))
        else:
            text = attributeValue(node, attribute)
        if not text:
            return 0
        name = self.name(attribute.ns, attribute.name)
        slot = PyDict_GetItemWithError(plan.attributes, name)
        if slot != NULL:
            field, read = <tuple>slot
            value = self.understood(read, text)
            if not isinstance(value, ValueError):
                values[field] = value
                return 0
        self.reader.read_attribute(plan.shape, self.element(node), name, text, values)
        return 0

    cdef int read_text(self, Plan plan, xmlNode *node, dict values) except -1:
        text = text_of(node)
        if plan.text is not None:
            field, read = plan.text
            value = self.understood(read, text)
            if not isinstance(value, ValueError):
                values[field] = value
                return 0
        self.reader.read_text(plan.shape, self.element(node), text, values)
        return 0

    cdef int read_child(self, Plan plan, xmlNode *node, dict values) except -1:
        cdef PyObject *step
        name = self.name(node.ns, node.name)
        step = PyDict_GetItemWithError(plan.steps, name)
        if step == NULL:
            step = PyDict_GetItemWithError(plan.steps, canonical(name))
        if step == NULL or not (<Step>step).take(self, node, values):
            self.reader.read_child(plan.shape, self.element(node), values)
        return 0

    cdef int leave_incomplete(self, xmlNode *node, str lacking, dict values) except -1:
        element = self.element(node)
        if not self.reader.lacks(lacking, element):
            self.reader.keep(element, None, values)
        return 0

    cdef object understood(self, object read, object text):
        """Give the value of a text, or the error in it; each is read once, as many repeat."""
        cdef PyObject *held
        cdef dict known
        if read is str:
            return text
        held = PyDict_GetItemWithError(self.known, read)
        if held == NULL:
            self.known[read] = known = {}
        else:
            known = <dict>held
        held = PyDict_GetItemWithError(known, text)
        if held != NULL:
            return <object>held
        try:
            value = read(text)
        except ValueError as error:
            value = error.with_traceback(None)
        if len(known) == MOST_KNOWN:
            known.clear()
        known[text] = value
        return value

    cdef object name(self, xmlNs *ns, const_xmlChar *local_name):
        """Give a name in Clark notation."""
        cdef const_xmlChar *namespace = NULL
        if ns != NULL:
            namespace = ns.href
        cdef size_t start = (<uintptr_t>namespace >> 3) * 31 + <uintptr_t>local_name
        cdef size_t index
        cdef Name *name
        for index in range(start, start + MOST_TRIES):
            name = &self.names[index % MOST_NAMES]
            if name.clark == NULL:
                clark = intern(namespacedNameFromNsName(namespace, local_name))
                self.clarks.append(clark)
                name.namespace, name.local_name = namespace, local_name
                name.clark = <PyObject *>clark
                return clark
            if name.local_name == local_name and name.namespace == namespace:
                return <object>name.clark
        return namespacedNameFromNsName(namespace, local_name)

    cdef _Element element(self, xmlNode *node):
        return elementFactory(self.document, node)


def has_more_attributes(_Element root, Py_ssize_t most):
    """Say whether an element, or one within it, has more attributes than that."""
    cdef xmlNode *node = root._c_node
    cdef xmlAttr *attribute
    cdef Py_ssize_t count
    while True:
        count = 0
        attribute = node.properties
        while attribute != NULL:
            count += 1
            attribute = attribute.next
        if count > most:
            return True
        node = following(node, root._c_node)
        if node == NULL:
            return False


cdef xmlNode *following(xmlNode *node, xmlNode *root) noexcept:
    """Give the next element of a tree in document order, or nothing."""
    cdef xmlNode *after = node.children
    while True:
        while after != NULL and after.type != tree.XML_ELEMENT_NODE:
            after = after.next
        if after != NULL or node == root:
            return after
        after = node.next
        node = node.parent


cdef int append(dict values, str field, object value) except -1:
    cdef PyObject *held = PyDict_GetItemWithError(values, field)
    if held == NULL:
        values[field] = [value]
    else:
        (<list>held).append(value)
    return 0


cdef inline bint is_text(xmlNode *node) noexcept:
    return node.type == tree.XML_TEXT_NODE or node.type == tree.XML_CDATA_SECTION_NODE


cdef inline bint is_space(const_xmlChar character) noexcept:
    return character == 32 or 9 <= character <= 10 or character == 13


cdef inline bint is_blank(const_xmlChar *text) noexcept:
    if text == NULL:
        return True
    while is_space(text[0]):
        text += 1
    return text[0] == 0


cdef bint holds_only_text(xmlNode *node) noexcept:
    cdef xmlNode *child = node.children
    while child != NULL:
        if not is_text(child):
            return False
        child = child.next
    return True


cdef object text_of(xmlNode *node):
    """Give the text of an element without the space around it, or None where it has none."""
    cdef xmlNode *child = node.children
    cdef const_xmlChar *start
    cdef const_xmlChar *end
    if child == NULL:
        return None
    if child.next != NULL or child.content == NULL:
        text = textOf(node)
        return (text and text.strip(" \t\r\n")) or None
    start = child.content
    while is_space(start[0]):
        start += 1
    end = start + strlen(<const char *>start)
    while end > start and is_space((end - 1)[0]):
        end -= 1
    return decoded(start, end - start) if end > start else None


cdef object decoded(const_xmlChar *text, Py_ssize_t length):
    return PyUnicode_DecodeUTF8(<const char *>text, length, NULL)
