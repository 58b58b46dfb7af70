"""Every path of the portal, written once."""

HOME = "/"
HELP = "/ho-tro"
PROCEDURES = "/thu-tuc"
PROCEDURE = "/thu-tuc/[code]"
LOOK_UP = "/tra-cuu"
NOT_FOUND = "404"

REGISTER = "/dang-ky"
REGISTER_PHONE = "/dang-ky/thue-bao"
REGISTER_CODE = "/dang-ky/otp"
REGISTER_PASSWORD = "/dang-ky/mat-khau"  # noqa: S105
SIGN_IN = "/dang-nhap"

FILE_START = "/nop-ho-so"
FILE_AGENCY = "/nop-ho-so/[draft]/don-vi"
FILE_INFORMATION = "/nop-ho-so/[draft]/thong-tin"
FILE_COMPONENTS = "/nop-ho-so/[draft]/thanh-phan"
FILE_DELIVERY = "/nop-ho-so/[draft]/nhan-ket-qua"
FILE_FEES = "/nop-ho-so/[draft]/phi"
FILE_CONFIRM = "/nop-ho-so/[draft]/xac-nhan"

MY_DOSSIERS = "/ca-nhan/ho-so"
MY_DEVICES = "/ca-nhan/thiet-bi"
DOSSIER = "/ho-so/[code]"
ACKNOWLEDGEMENT = "/ho-so/[code]/bien-nhan"

OFFICER_AREA = "/can-bo"
OFFICER_SIGN_IN = "/can-bo/dang-nhap"
OFFICER_CODE = "/can-bo/xac-thuc"
DESK = "/can-bo/cong-viec"
RECEPTION = "/can-bo/ho-so/[code]/tiep-nhan"
PROCESSING = "/can-bo/ho-so/[code]"

# Plain HTTP addresses (callbacks)
PLAIN_LOOK_UP = "/t/{code}"  # needs no script (R36)
PLAIN_LOOK_UP_START = "/t"
API_SIGN_IN = "/api/dang-nhap"
API_OFFICER_SIGN_IN = "/api/can-bo/dang-nhap"
API_OFFICER_CODE = "/api/can-bo/xac-thuc"
API_PASSWORD = "/api/dang-ky/mat-khau"  # noqa: S105
API_SIGN_OUT = "/api/dang-xuat"
API_SIGN_OUT_EVERYWHERE = "/api/dang-xuat-moi-noi"
API_PICTURES = "/api/ma-hinh"
API_PICTURE = "/api/ma-hinh/{picture_id}"
API_CHALLENGE = "/api/thu-thach"
API_UPLOADS = "/api/tep/ho-so/{dossier_id}/{slot}"
API_RESULT_UPLOADS = "/api/tep/ket-qua/{code}"
API_UPLOAD = "/api/tep/{upload_id}"
API_FILE = "/tep/{file_id}"
API_THUMBNAIL = "/tep/{file_id}/trang-1"
API_ACKNOWLEDGEMENT = "/in/bien-nhan/{code}"
API_RECEIPT = "/in/giay-hen/{code}"
API_CHECKLIST = "/in/giay-to/{code}"


def fill(route: str, **parts: str) -> str:
    """Return the path with its dynamic parts filled in."""
    for name, value in parts.items():
        route = route.replace(f"[{name}]", value).replace(f"{{{name}}}", value)
    return route
