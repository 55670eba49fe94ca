//! Tables as Arrow, which data frames read where they stand: polars, pandas, pyarrow and `DuckDB` take them through the `PyCapsule` interface
//! without a copy.

use std::sync::Arc;

use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_array::types::Int32Type;
use arrow_array::{
    Array, ArrayRef, BooleanArray, DictionaryArray, Float64Array, Int32Array, RecordBatch,
    RecordBatchIterator, StringArray, UInt64Array,
};
use arrow_schema::{ArrowError, Field, Schema};
use detente_brief::answers::columns::{Cells, ColumnTable};
use numpy::{IntoPyArray, PyArrayMethods};
use pyo3::exceptions::{PyKeyError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyCapsule, PyTuple};

use crate::refused::cannot_be;

/// A table of columns.
#[pyclass(frozen, module = "detente._detente")]
pub(crate) struct Table {
    batch: RecordBatch,
}

impl Table {
    /// The table that columns are.
    pub(crate) fn of(columns: ColumnTable) -> Result<Self, ArrowError> {
        let rows = columns.rows();
        let (mut fields, mut arrays): (Vec<Field>, Vec<ArrayRef>) = (Vec::new(), Vec::new());
        for (name, cells) in columns.columns {
            let nullable = !matches!(cells, Cells::Counts(_) | Cells::Numbers(_));
            let array = array(cells)?;
            fields.push(Field::new(name, array.data_type().clone(), nullable));
            arrays.push(array);
        }
        let options = arrow_array::RecordBatchOptions::new().with_row_count(Some(rows));
        let batch = RecordBatch::try_new_with_options(Arc::new(Schema::new(fields)), arrays, &options)?;
        Ok(Self { batch })
    }
}

fn array(cells: Cells) -> Result<ArrayRef, ArrowError> {
    Ok(match cells {
        Cells::Counts(cells) => Arc::new(UInt64Array::from(cells)),
        Cells::Numbers(cells) => Arc::new(Float64Array::from(cells)),
        Cells::PerhapsNumbers(cells) | Cells::Options(cells) => Arc::new(Float64Array::from(cells)),
        Cells::Truths(cells) => Arc::new(BooleanArray::from(cells)),
        Cells::Names { names, chosen } => {
            let keys = chosen.into_iter().map(|name| name.and_then(|name| i32::try_from(name).ok()));
            let keys: Int32Array = keys.collect();
            let names = Arc::new(StringArray::from(names));
            Arc::new(DictionaryArray::<Int32Type>::try_new(keys, names)?)
        }
    })
}

/// A column as plain bytes: its name, its kind, its cells (little-endian), and the names that they point at.
type Part = (String, String, Vec<u8>, Vec<String>);
type PartOut<'py> = (String, &'static str, Bound<'py, PyBytes>, Vec<String>);

#[pymethods]
impl Table {
    /// The table as plain bytes, which a table is made of again elsewhere; the same table gives the same bytes.
    fn parts<'py>(&self, py: Python<'py>) -> Vec<PartOut<'py>> {
        let columns = self.batch.schema();
        let part = |(field, column): (&Arc<Field>, &ArrayRef)| {
            let (kind, bytes, names) = as_bytes(column, field.is_nullable());
            (field.name().clone(), kind, PyBytes::new(py, &bytes), names)
        };
        columns.fields().iter().zip(self.batch.columns()).map(part).collect()
    }

    #[staticmethod]
    fn from_parts(py: Python<'_>, parts: Vec<Part>) -> PyResult<Self> {
        let broken = || PyValueError::new_err("these bytes are no table");
        let mut columns = Vec::with_capacity(parts.len());
        for (name, kind, bytes, names) in parts {
            columns.push((name, of_bytes(&kind, &bytes, names).ok_or_else(broken)?));
        }
        let rows: Vec<usize> = columns.iter().map(|(_, cells)| cells.len()).collect();
        if rows.windows(2).any(|two| two[0] != two[1]) {
            return Err(broken());
        }
        Self::of(ColumnTable { columns }).map_err(|error| cannot_be(py, &error))
    }

    /// Some rows, as tuples.
    fn rows<'py>(&self, py: Python<'py>, first: usize, count: usize) -> PyResult<Vec<Bound<'py, PyTuple>>> {
        let rows = self.batch.num_rows();
        let first = first.min(rows);
        let last = first.saturating_add(count).min(rows);
        let cells = |row: usize| {
            let cells: PyResult<Vec<_>> =
                self.batch.columns().iter().map(|column| cell(py, column, row)).collect();
            PyTuple::new(py, cells?)
        };
        (first..last).map(cells).collect()
    }

    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        let schema = arrow_schema::ffi::FFI_ArrowSchema::try_from(self.batch.schema().as_ref());
        let schema = schema.map_err(|error| cannot_be(py, &error))?;
        PyCapsule::new_with_value(py, schema, c"arrow_schema")
    }

    // A schema that is asked for is a wish; the columns go as they are.
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        drop(requested_schema);
        let batches = RecordBatchIterator::new([Ok(self.batch.clone())], self.batch.schema());
        PyCapsule::new_with_value(py, FFI_ArrowArrayStream::new(Box::new(batches)), c"arrow_array_stream")
    }

    fn __len__(&self) -> usize {
        self.batch.num_rows()
    }

    fn names(&self) -> Vec<String> {
        self.batch.schema().fields().iter().map(|field| field.name().clone()).collect()
    }

    /// The types of the columns, in Arrow's words.
    fn types(&self) -> Vec<String> {
        self.batch.schema().fields().iter().map(|field| field.data_type().to_string()).collect()
    }

    /// A column of numbers or of truths as a `NumPy` array of float64: NaN where there is nothing.
    fn numbers<'py>(&self, py: Python<'py>, name: &str) -> PyResult<Bound<'py, PyAny>> {
        let column = self.batch.column_by_name(name).ok_or_else(|| PyKeyError::new_err(name.to_owned()))?;
        let found = as_numbers(column);
        found.map(|numbers| numbers.into_pyarray(py).into_any()).ok_or_else(|| {
            crate::refused::asked_amiss(py, format!("the column `{name}` holds names and not numbers"))
        })
    }

    /// All columns named, side by side, as one `NumPy` array of float64 with a row for each row.
    fn matrix<'py>(&self, py: Python<'py>, names: Vec<String>) -> PyResult<Bound<'py, PyAny>> {
        let mut columns = Vec::new();
        for name in &names {
            let column = self.batch.column_by_name(name).ok_or_else(|| PyKeyError::new_err(name.clone()))?;
            columns.push(as_numbers(column).ok_or_else(|| {
                crate::refused::asked_amiss(py, format!("the column `{name}` holds names and not numbers"))
            })?);
        }
        let rows = self.batch.num_rows();
        let cells: Vec<f64> =
            (0..rows).flat_map(|row| columns.iter().map(move |column| column[row])).collect();
        Ok(cells.into_pyarray(py).reshape([rows, names.len()])?.into_any())
    }
}

/// One cell as Python has it.
fn cell<'py>(py: Python<'py>, column: &ArrayRef, row: usize) -> PyResult<Bound<'py, PyAny>> {
    let any = column.as_any();
    if column.is_null(row) {
        return Ok(py.None().into_bound(py));
    }
    Ok(if let Some(cells) = any.downcast_ref::<Float64Array>() {
        cells.value(row).into_pyobject(py)?.into_any()
    } else if let Some(cells) = any.downcast_ref::<UInt64Array>() {
        cells.value(row).into_pyobject(py)?.into_any()
    } else if let Some(cells) = any.downcast_ref::<BooleanArray>() {
        cells.value(row).into_pyobject(py)?.to_owned().into_any()
    } else if let Some((keys, names)) = names_of(column) {
        names.value(usize::try_from(keys.value(row)).unwrap_or(0)).into_pyobject(py)?.into_any()
    } else {
        py.None().into_bound(py)
    })
}

/// The keys of a column of names, and the names.
fn names_of(column: &ArrayRef) -> Option<(&Int32Array, &StringArray)> {
    let cells = column.as_any().downcast_ref::<DictionaryArray<Int32Type>>()?;
    Some((cells.keys(), cells.values().as_any().downcast_ref::<StringArray>()?))
}

/// How a cell that is not there is written among truths and among keys.
const NO_TRUTH: u8 = 2;
const NO_KEY: i32 = -1;

fn as_bytes(column: &ArrayRef, nullable: bool) -> (&'static str, Vec<u8>, Vec<String>) {
    let any = column.as_any();
    if let Some(cells) = any.downcast_ref::<UInt64Array>() {
        ("counts", cells.values().iter().flat_map(|cell| cell.to_le_bytes()).collect(), Vec::new())
    } else if let Some(cells) = any.downcast_ref::<Float64Array>() {
        let numbers = cells.iter().flat_map(|cell| cell.unwrap_or_default().to_le_bytes());
        if !nullable {
            return ("numbers", numbers.collect(), Vec::new());
        }
        ("perhaps", numbers.chain(cells.iter().map(|cell| u8::from(cell.is_some()))).collect(), Vec::new())
    } else if let Some(cells) = any.downcast_ref::<BooleanArray>() {
        ("truths", cells.iter().map(|cell| cell.map_or(NO_TRUTH, u8::from)).collect(), Vec::new())
    } else if let Some((keys, names)) = names_of(column) {
        let keys = keys.iter().flat_map(|key| key.unwrap_or(NO_KEY).to_le_bytes()).collect();
        ("names", keys, names.iter().flatten().map(str::to_owned).collect())
    } else {
        ("none", Vec::new(), Vec::new())
    }
}

fn of_bytes(kind: &str, bytes: &[u8], names: Vec<String>) -> Option<Cells> {
    let eights = || bytes.chunks_exact(8).filter_map(|eight| eight.try_into().ok());
    Some(match kind {
        "counts" => Cells::Counts(eights().map(u64::from_le_bytes).collect()),
        "numbers" => Cells::Numbers(eights().map(f64::from_le_bytes).collect()),
        "perhaps" => {
            let rows = bytes.len() / 9;
            let (numbers, there) = bytes.split_at_checked(8 * rows)?;
            let numbers = numbers.chunks_exact(8).filter_map(|eight| eight.try_into().ok());
            let numbers = numbers.map(f64::from_le_bytes).zip(there);
            Cells::PerhapsNumbers(numbers.map(|(number, there)| (*there == 1).then_some(number)).collect())
        }
        "truths" => {
            Cells::Truths(bytes.iter().map(|cell| (*cell < NO_TRUTH).then_some(*cell == 1)).collect())
        }
        "names" => {
            let keys = bytes.chunks_exact(4).filter_map(|four| four.try_into().ok()).map(i32::from_le_bytes);
            let known = names.len();
            let keys = keys.map(|key| u32::try_from(key).ok().filter(|key| (*key as usize) < known));
            Cells::Names { chosen: keys.collect(), names }
        }
        _ => return None,
    })
}

/// The numbers of a column; `None` for one of names.
fn as_numbers(column: &ArrayRef) -> Option<Vec<f64>> {
    let any = column.as_any();
    if let Some(cells) = any.downcast_ref::<Float64Array>() {
        Some(cells.iter().map(|cell| cell.unwrap_or(f64::NAN)).collect())
    } else if let Some(cells) = any.downcast_ref::<UInt64Array>() {
        Some(cells.values().iter().map(|cell| *cell as f64).collect())
    } else {
        let cells = any.downcast_ref::<BooleanArray>()?;
        Some(cells.iter().map(|cell| cell.map_or(f64::NAN, f64::from)).collect())
    }
}
