"""How native code fills the slots of instances, as no call of Python does."""

from cpython.object cimport PyObject
from cpython.ref cimport Py_INCREF, Py_XDECREF

cdef extern from *:
    """
    #include <structmember.h>

    static Py_ssize_t slot_offset(PyObject *descriptor) {
        if (!Py_IS_TYPE(descriptor, &PyMemberDescr_Type)) {
            PyErr_SetString(PyExc_TypeError, "the field has no slot");
            return -1;
        }
        return ((PyMemberDescrObject *)descriptor)->d_member->offset;
    }
    static PyObject **slot_at(PyObject *instance, Py_ssize_t offset) {
        return (PyObject **)((char *)instance + offset);
    }
    static PyObject *blank(PyObject *model) {
        return ((PyTypeObject *)model)->tp_alloc((PyTypeObject *)model, 0);
    }
    """
    Py_ssize_t slot_offset(object descriptor) except -1
    PyObject **slot_at(object instance, Py_ssize_t offset)
    object blank(object model)


cdef inline void put(object instance, Py_ssize_t offset, object value):
    cdef PyObject **slot = slot_at(instance, offset)
    cdef PyObject *before = slot[0]
    Py_INCREF(value)
    slot[0] = <PyObject *>value
    Py_XDECREF(before)
